import type { Dim, Shape } from "../../core/dim";
import type { Reach } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { axisOf } from "./axis";

/** Nobody cuts a tensor into more pieces, and each of them is a result. */
export const mostPieces = 1_000;

export const cutAlong = param(int(), {
  doc: "The axis that is cut, the batch being 0; a negative one counts from the last.",
  default: 0,
});

/** A piece along one axis for each of the sizes. */
export const pieces = (x: Shape, axis: number, sizes: Shape): readonly Shape[] =>
  sizes.map((size) => x.map((whole, k): Dim => (k === axis ? size : whole)));

/** A cut through the channels or the batch leaves every position where it is. */
export const reachAlong = (x: Shape, dim: number): Reach => ((axisOf(dim, x) ?? 2) < 2 ? {} : "everything");
