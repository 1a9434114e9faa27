import { type Shape, unknown } from "../../core/dim";
import type { Reach } from "../../core/op";
import { param } from "../../core/param";
import { bool, either, int, list } from "../../core/types";
import { axisExists, axisNotBatch, axisOf, type MustAxis, mustExist, mustNotBeBatch } from "./axis";

type Axes = number | readonly number[];

/** What normalisations that name their axes take. */
export const overAxes = {
  axis: param(either(int(), list(int())), {
    doc: "What is normalised together, the batch being 0; a negative axis counts from the last.",
    default: -1,
  }),
  center: param(bool, { doc: "Whether a shift is learned.", default: true }),
  scale: param(bool, { doc: "Whether a scale is learned.", default: true }),
} as const;

export const axesExist = { ...axisExists, ...axisNotBatch };

/** Says of the first axis that is wrong what is wrong with it; weights cannot be made for a batch. */
export function mustHave(axes: Axes, x: Shape, learned: boolean, must: MustAxis): void {
  const isRight = (axis: number): boolean => Boolean(axisOf(axis, x)) || (axisOf(axis, x) === 0 && !learned);
  const wrong = [axes].flat().find((axis) => !isRight(axis));
  if (wrong === undefined) return;
  mustExist(wrong, x, { arg: "axis" }, must);
  mustNotBeBatch(wrong, x, { arg: "axis" }, must);
}

export const sizesAlong = (axes: Axes, x: Shape): Shape => [axes].flat().map((axis) => x.at(axis) ?? unknown);

/** Channels stand last, and those of one place are normalised without a look at another. */
export const reachOver = (axes: Axes, x: Shape): Reach =>
  [axes].flat().every((axis) => axisOf(axis, x) === x.length - 1) ? {} : "everything";
