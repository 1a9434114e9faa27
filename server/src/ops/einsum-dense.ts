import { compare } from "../core/dim";
import { empty, type Message, say } from "../core/message";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { int, oneOrMore, optional, size, text } from "../core/types";
import { constantOf, readEquation, resultOf, type Sized, sizesOf, strayIn, withSizes } from "./families/einsum";

export const einsumDense = op({
  name: "EinsumDense",
  summary: "Multiplies by a learned kernel of any number of axes, along the axes that an equation names.",
  formula: "y = Σ x · kernel over every letter that the result lacks; MACs: the product of all letters' sizes",
  source: "https://keras.io/api/layers/core_layers/einsum_dense/",
  traits: ["dense"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    equation: param(text, { doc: "Letters for the axes of input, kernel and result, as in `abc,cd->abd`." }),
    output_shape: param(oneOrMore(optional(size())), {
      doc: "Sizes of the result without the batch and what dots stand for; null leaves a size as it comes.",
    }),
    bias_axes: param(optional(text), { doc: "Letters of the result along which a learned constant is added." }),
    lora_rank: param(optional(int({ min: 1 })), {
      doc: "Rank of two small kernels that are trained in place of the large one.",
    }),
  },
  constraints: {
    "equation-has-form": "An equation names the axes of input, kernel and result, as in `ab,bc->ac`.",
    "equation-fits-input": "An equation must name as many axes as the input has.",
    "letters-have-origin": "Every letter must have its size from the input or the result.",
    "output-shape-fits-equation": "The sizes of the result must be those of its letters.",
    "axis-not-batch": "No weight can be made for the batch.",
  },

  infer({ x }, { equation, output_shape, bias_axes = "" }, must) {
    const read = readEquation(equation);
    const wrong = say`${equation} is none of [X],[Y]->[Z], ...[X],[Y]->...[Z] and [X]...,[Y]->[Z]...`;
    must("equation-has-form", read ? "yes" : "no", { arg: "equation" }, wrong);
    if (!read) return { y: x };
    const { input, kernel, result, unnamed } = read;
    const named = input.length;
    const fits = unnamed ? x.length >= named : x.length === named;
    const count = say`${input} names ${named} axes, but ${x.slice(1)} has ${x.length} with its batch`;
    must("equation-fits-input", fits ? "yes" : "no", { arg: "equation" }, count);
    if (!fits) return { y: x };

    const sized = withSizes(read, x, output_shape);
    const stray = strayIn(read);
    const where = result.includes(stray ?? "") ? say`result, but in neither input nor kernel` : say`kernel alone`;
    must("letters-have-origin", stray ? "no" : "yes", { arg: "equation" }, say`${stray ?? ""} is in the ${where}`);
    const unfit = [...bias_axes].find((letter) => !result.includes(letter));
    const absent = say`${unfit ?? ""} is no axis of ${result}`;
    must("letters-have-origin", unfit ? "no" : "yes", { arg: "bias_axes" }, absent);
    const batch = [...kernel, ...bias_axes].find(sized.isBatch);
    const held = say`${batch ?? ""} is the batch, whose size no weight can have`;
    const at = kernel.includes(batch ?? "") ? "equation" : "bias_axes";
    must("axis-not-batch", batch ? "no" : "yes", { arg: at }, held);
    if (stray || unfit || batch) return { y: x };
    const misfit = misfitIn(sized, output_shape.length, bias_axes);
    must("output-shape-fits-equation", misfit ? "no" : "yes", { arg: "output_shape" }, misfit ?? empty);
    return { y: resultOf(sized) };
  },

  weights({ x }, { equation, output_shape, bias_axes, lora_rank }) {
    const read = readEquation(equation);
    if (!read) return [];
    const sized = withSizes(read, x, output_shape);
    const kernel = sizesOf(read.kernel, sized);
    return [
      weight("kernel", kernel, lora_rank === undefined ? "trainable" : "frozen"),
      ...(bias_axes ? [weight("bias", constantOf(bias_axes, sized))] : []),
      ...(lora_rank === undefined
        ? []
        : [
            weight("lora_kernel_a", [...kernel.slice(0, -1), lora_rank]),
            weight("lora_kernel_b", [lora_rank, kernel.at(-1)!]),
          ]),
    ];
  },

  macs({ x }, { equation, output_shape }) {
    const read = readEquation(equation);
    if (!read) return [];
    const added = [...read.kernel].filter((letter) => !read.input.includes(letter)).join("");
    return [...x.slice(1), ...sizesOf(added, withSizes(read, x, output_shape))];
  },

  reach: () => "everything",
});

/** What is wrong with the sizes that are stated, if anything; Keras does not mind too many of them. */
function misfitIn(sized: Sized, given: number, bias_axes: string): Message | undefined {
  const { input, result, first } = sized;
  const letters = [...result.slice(first)];
  if (given < letters.length)
    return say`output_shape has ${given === 1 ? say`1 size` : say`${given} sizes`}, but ${result} takes ${letters.length}${first ? say` beside the batch` : say``}`;
  for (const letter of letters) {
    const stated = sized.stated(letter);
    const size = sized.size(letter);
    if (stated === undefined && (!input.includes(letter) || bias_axes.includes(letter)))
      return say`output_shape must say a size for ${letter}: a weight is made for it`;
    if (stated !== undefined && compare(stated, size) === "no")
      return say`output_shape says ${stated} for ${letter}, but the input has ${size}`;
  }
  return undefined;
}
