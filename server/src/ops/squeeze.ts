import { type Dim, type Shape, unranked } from "../core/dim";
import { op } from "../core/op";
import { param } from "../core/param";
import { axesDiffer, axesOf, someAxes } from "./families/several-axes";

export const squeeze = op({
  name: "Squeeze",
  summary: "Leaves out axes of size 1.",
  formula: "axes of size 1 go, all others stay",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.squeeze.html",
  traits: ["reshape", "view"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    dim: param(someAxes, {
      doc: "The axes that go where their size is 1, the batch being 0; without it all such axes go, a batch of one image too.",
    }),
  },
  constraints: axesDiffer,
  infer({ x }, { dim }, must) {
    const axes = dim === undefined ? x.map((_, axis) => axis) : axesOf(dim, x, must);
    return { y: axes ? without(axes, x) : x };
  },
  changesNothing: ({ x }, _, { y }) => x.length === y.length,
  reach: () => "everything",
});

/** A size that is not a number may be 1, so that not even the number of axes is known; a batch may be of one image. */
function without(axes: readonly number[], x: Shape): Shape {
  const isOpen = (size: Dim): boolean => typeof size !== "number" || Number.isNaN(size);
  return axes.some((axis) => isOpen(x[axis]!))
    ? unranked
    : x.filter((size, axis) => size !== 1 || !axes.includes(axis));
}
