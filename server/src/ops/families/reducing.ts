import type { Shape } from "../../core/dim";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool } from "../../core/types";
import { axesDiffer, axesOf, someAxes } from "./several-axes";

interface About {
  readonly name: string;
  readonly summary: string;
  readonly formula: string;
}

export const keepdim = param(bool, { doc: "Whether the axes stay, with size 1.", default: false });

/** The shape without some axes, or with a size of 1 along them. */
export const reduced = (x: Shape, axes: readonly number[], keepdim: boolean): Shape =>
  keepdim ? x.map((size, k) => (axes.includes(k) ? 1 : size)) : x.filter((_, k) => !axes.includes(k));

/** An operator that makes one value of all those along some axes. */
export const reducing = ({ name, summary, formula }: About) =>
  op({
    name,
    summary,
    formula,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.${name.toLowerCase()}.html`,
    traits: ["reshape"],
    inputs: { x: "*" },
    outputs: { y: "*" },
    params: {
      dim: param(someAxes, {
        doc: "The axes that become one value, the batch being 0; a negative one counts from the last; without it all.",
      }),
      keepdim,
    },
    constraints: axesDiffer,
    infer({ x }, { dim, keepdim }, must) {
      const all = dim === undefined || (typeof dim !== "number" && !dim.length);
      const axes = all ? x.map((_, axis) => axis) : axesOf(dim, x, must);
      return { y: axes ? reduced(x, axes, keepdim) : x };
    },
    // Of the channels alone, every position keeps its place.
    reach: (_, { dim, keepdim }) => (keepdim && [dim].flat().every((one) => one === 1) ? {} : "everything"),
  });
