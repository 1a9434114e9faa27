import { add, atLeast, type Dim, type Truth } from "../../core/dim";
import { empty, type Message, say } from "../../core/message";
import { op, type Sight } from "../../core/op";
import { type Params, type ParamType, param } from "../../core/param";
import { either, int, labelled, listOf, perAxis } from "../../core/types";
import { edgeConstraints, type Made, mustReach } from "./edge";
import { type AnyImage, type ImageAxes, nameOf, nounOf, resized, spatialOf } from "./spatial";

interface About<P extends Params> {
  readonly name: string;
  readonly made: Made;
  /** What the border is made of, in words. */
  readonly of: string;
  readonly params?: P;
}

const signed = (n: number): Message => (n < 0 ? say` − ${-n}` : n ? say` + ${n}` : empty);

const order: { readonly [axis: string]: string } = {
  W: "left, right",
  H: "above, below",
  D: "in front, behind",
  L: "left, right",
};

const one = int({ suggest: [1] });

/** A border of one value may go around fewer axes, the last ones, or around channels and batch as well. */
function borders(axes: number, made: Made): ParamType<readonly number[]> {
  const each = perAxis(one, 2 * axes);
  if (made !== "constant") return each;
  const others = Array.from({ length: axes + 2 }, (_, i) => 2 * (i + 1));
  return { ...labelled(either(each, listOf(one, others)), each.label), schema: each.schema, suggest: each.suggest };
}

/** Padding over one, two and three axes; PyTorch counts the borders from the last axis on. */
export function bordered<const A extends ImageAxes, const P extends Params = {}>(about: About<P>, axes: A) {
  const { name, made, of, params = {} as P } = about;
  const spatial = spatialOf(axes);
  const backwards = [...spatial].reverse();
  const ends = (padding: readonly number[], axis: string): readonly [before: number, after: number] => {
    const at = 2 * [...backwards, "C", "N"].indexOf(axis);
    return [padding[at] ?? 0, padding[at + 1] ?? 0];
  };
  return op({
    name,
    summary: `Puts a border of ${of} around ${nounOf(spatial)}.`,
    formula: `${spatial[0]}' = ${spatial[0]} + border before + border after`,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.nn.${name}.html`,
    traits: ["reshape"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      padding: param(borders(spatial.length, made), {
        doc: `Border ${backwards.map((axis) => order[axis]).join(", ")}; a negative one cuts off.`,
        unit: "px",
      }),
      ...params,
    },
    constraints: {
      "something-remains": "No more may be cut off than there is.",
      ...(made === "mirror" && { "border-below-size": edgeConstraints["border-below-size"] }),
      ...(made === "wrap" && { "wraps-once": edgeConstraints["wraps-once"] }),
    } as { readonly "something-remains": string } & typeof edgeConstraints,
    infer(inputs, args, must) {
      const { padding } = args as unknown as { readonly padding: readonly number[] };
      const x = inputs.x as unknown as AnyImage;
      const reach = (axis: string): boolean =>
        mustReach(made, axis, x[axis]!, Math.max(...ends(padding, axis)), "padding", must);
      const reaches = spatial.every(reach);
      const everywhere = [...spatial, ...(made === "constant" ? ["C", "N"] : [])];
      const gone = everywhere.find((axis) => leaves(made, x[axis]!, ends(padding, axis), 0) === "no");
      // Of an image that is not only copied into a larger one, some axis must keep a pixel.
      const copies = made === "edge" || made === "mirror";
      const empties = copies && spatial.every((axis) => leaves(made, x[axis]!, ends(padding, axis), 1) === "no");
      const axis = reaches ? (gone ?? (empties ? spatial[0] : undefined)) : undefined;
      const message = axis === undefined ? empty : nothing(axis, x[axis]!, cut(made, ends(padding, axis)));
      must("something-remains", axis === undefined ? "yes" : "no", { arg: "padding" }, message);
      const y = resized(x, everywhere, (size, i) => add(size, ...ends(padding, everywhere[i]!)));
      return { y: y as unknown as typeof inputs.x };
    },
    changesNothing: (_, args) =>
      (args as unknown as { readonly padding: readonly number[] }).padding.every((end) => !end),
    reach(_, args) {
      const { padding } = args as unknown as { readonly padding: readonly number[] };
      return Object.fromEntries(
        spatial.map((axis): [string, Sight] => [
          axis,
          { kind: "window", kernel: 1, stride: 1, pad: ends(padding, axis)[0] },
        ]),
      );
    },
  });
}

/** Where the border is one value, what is cut off goes before anything is added. */
const cut = (made: Made, ends: readonly number[]): readonly number[] =>
  made === "constant" ? ends.map((end) => Math.min(end, 0)) : ends;

const leaves = (made: Made, size: Dim, ends: readonly number[], least: number): Truth =>
  atLeast(add(size, ...cut(made, ends)), least);

function nothing(axis: string, size: Dim, [before = 0, after = 0]: readonly number[]): Message {
  return say`nothing remains of a ${nameOf(axis)} of ${size} px: ${size}${signed(before)}${signed(after)} = ${add(size, before, after)}`;
}
