import { image } from "../core/batch";
import { empty, type Message, say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { bool, int, list } from "../core/types";
import { axisExists, axisOf, mustExist } from "./families/axis";

export const permute = op({
  name: "Permute",
  summary: "Puts the axes into another order.",
  formula: "axis k of the result is axis dims[k] of the input",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.permute.html",
  traits: ["reshape", "view"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    dims: param(list(int()), {
      doc: "All axes in their new order, the batch being 0; a negative one counts from the last.",
    }),
    keeps_batch: param(bool, { doc: "Whether the batch stays where it is and is not named.", default: false }),
  },
  constraints: { ...axisExists, "every-axis-once": "Every axis must be named exactly once." },
  infer({ x }, { dims, keeps_batch }, must) {
    const order = keeps_batch ? [0, ...dims] : dims;
    const missing = order.find((dim) => axisOf(dim, x) === undefined);
    if (missing !== undefined) {
      mustExist(missing, x, { arg: "dims" }, must);
      return { y: x };
    }
    const axes = order.map((dim) => axisOf(dim, x)!);
    const left = x.flatMap((_, axis) => (axes.includes(axis) ? [] : [axis]));
    const twice = axes.find((axis, k) => axes.indexOf(axis) < k);
    if (left.length || twice !== undefined) {
      const shown = dims.length === 1 ? say`${dims} names 1 axis` : say`${dims} names ${dims.length} axes`;
      const count = keeps_batch ? x.length - 1 : x.length;
      const batch = !keeps_batch && image(x).length < x.length ? say` with the batch` : empty;
      const message =
        twice === undefined
          ? say`${shown}, but ${image(x)} has ${count}${batch}: ${left.length === 1 ? say`${left[0]!} is missing` : say`${left.join(", ")} are missing`}${withBatch(dims, left)}`
          : say`${dims} names axis ${twice} twice${left.length ? say` and leaves ${left.join(", ")} out` : empty}`;
      must("every-axis-once", "no", { arg: "dims" }, message);
      return { y: x };
    }
    return { y: axes.map((axis) => x[axis]!) };
  },
  changesNothing({ x }, { dims, keeps_batch }) {
    const order = keeps_batch ? [0, ...dims] : dims;
    return order.every((dim, k) => axisOf(dim, x) === k);
  },
  reach: () => "everything",
});

/** Somebody who leaves out the first or the last axis alone has counted without the batch, from 1 or from 0. */
function withBatch(dims: readonly number[], left: readonly number[]): Message {
  const [only, ...more] = left;
  if (more.length || (only !== 0 && only !== dims.length) || dims.some((dim) => dim < 0)) return empty;
  return say`; with the batch counted it is ${[0, ...dims.map((dim) => (only === 0 ? dim : dim + 1))]}`;
}
