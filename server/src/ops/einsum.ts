import { image, perImage } from "../core/batch";
import { type Dim, type Shape, unknown } from "../core/dim";
import { empty, say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { text } from "../core/types";
import { lettersIn, type Named, namesIn, sizesIn } from "./families/letters";

export const einsum = op({
  name: "Einsum",
  summary: "Multiplies tensors along the axes that an equation names, and sums over those that the result lacks.",
  formula:
    "y = Σ of products over every letter that the result lacks; MACs of two inputs: the product of all letters' sizes",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.einsum.html",
  traits: ["join"],
  inputs: { x: "*+" },
  outputs: { y: "*" },
  params: {
    equation: param(
      { ...text, suggest: ['"bchw,bdhw->bcd"'] },
      {
        doc: "Letters for the axes of every input, and behind an arrow those of the result, as in `bhid,bhjd->bhij`; `...` stands for any others.",
      },
    ),
  },
  constraints: {
    "equation-has-form": "An equation names the axes of every input and of the result, as in `ab,bc->ac`.",
    "equation-fits-input":
      "An equation must name the axes of as many inputs as there are, and as many axes as each has.",
    "letters-agree": "Axes of one letter must agree, or be 1 in some of the inputs.",
    "letters-have-origin": "Every letter of the result must be a letter of some input.",
  },
  infer({ x }, { equation }, must) {
    const at = { arg: "equation" } as const;
    const names = namesIn(equation);
    const form = say`${equation} does not name axes by letters, as in ab,bc->ac`;
    must("equation-has-form", names ? "yes" : "no", at, form);
    if (!names) return { y: [unknown] };
    const { inputs, result } = names;
    const twice = [...result.letters].find((letter, k) => result.letters.indexOf(letter) < k);
    must("equation-has-form", twice ? "no" : "yes", at, say`the result of ${equation} has ${twice ?? ""} twice`);
    const counts = inputs.length === x.length ? "yes" : "no";
    const few = inputs.length === 1 ? say`1 input` : say`${inputs.length} inputs`;
    const many =
      x.length === 1
        ? say`${equation} is for ${inputs.length} inputs, but there is 1`
        : say`${equation} is for ${few}, but there are ${x.length}`;
    must("equation-fits-input", counts, at, many);
    if (counts === "no") return { y: [unknown] };
    const index = x.findIndex((shape, i) => misses(inputs[i]!, shape));
    const { letters = "", dots = false } = inputs[index] ?? {};
    const own = image(x[index] ?? []);
    const rank = x[index]?.length ?? 0;
    const unfit = dots
      ? say`${letters} and dots name at least ${letters.length} axes, but ${own} has ${rank}`
      : own.length < rank
        ? say`${letters} names ${letters.length} axes, but ${own} has ${rank} with its batch`
        : say`${letters} names ${letters.length} axes, but ${own} has ${rank}`;
    must("equation-fits-input", index < 0 ? "yes" : "no", index < 0 ? at : { input: "x", index }, unfit);
    if (index >= 0) return { y: [unknown] };
    const stray = [...result.letters].find((letter) => !inputs.some(({ letters }) => letters.includes(letter)));
    must("letters-have-origin", stray ? "no" : "yes", at, say`${stray ?? ""} is in the result, but in no input`);
    const { sizes, outer, clash } = sizesIn(inputs, x);
    const differ = clash ? say`${clash.letter} is ${clash.one} in one place and ${clash.other} in another` : empty;
    must("letters-agree", clash ? "no" : "yes", clash ? { input: "x", index: clash.index } : at, differ);
    const named = [...result.letters].map((letter): Dim => sizes.get(letter) ?? unknown);
    return { y: result.dots ? [...named.slice(0, result.before), ...outer, ...named.slice(result.before)] : named };
  },
  macs({ x }, { equation }) {
    const names = namesIn(equation);
    if (!names || names.inputs.length !== x.length || x.some((shape, i) => misses(names.inputs[i]!, shape))) return [];
    const { inputs, result } = names;
    const { sizes, outer } = sizesIn(inputs, x);
    const summed = lettersIn(inputs).some((letter) => !result.letters.includes(letter));
    if (inputs.length < 2 || !summed) return [];
    // In which order three are multiplied is left to the framework.
    if (inputs.length > 2) return [unknown];
    const all = [...sizes.values(), ...outer];
    const one = perImage(all);
    // Among numbers the batch is the first axis of the first input.
    const batch = inputs[0]!.before || !inputs[0]!.dots ? 0 : all.length - outer.length;
    return one === all ? all.filter((_, k) => k !== batch) : one;
  },
  reach: () => "everything",
});

const misses = ({ letters, dots }: Named, shape: Shape): boolean =>
  dots ? shape.length < letters.length : shape.length !== letters.length;
