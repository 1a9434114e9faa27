import type { Shape, Truth } from "../../core/dim";
import { type Message, say } from "../../core/message";
import { either, int, list, optional } from "../../core/types";
import { axisExists, axisOf, mustExist } from "./axis";

/** One axis or several, or none. */
export const someAxes = optional(either(int(), list(int())));

export const axesDiffer = { ...axisExists, "axis-named-once": "No axis may be named twice." };

type MustDiffer = (
  constraint: keyof typeof axesDiffer,
  holds: Truth,
  at: { readonly arg: "dim" },
  message: Message,
) => void;

/** The axes that are meant, counted from the first; nothing where one of them is none of the input's. */
export function axesOf(dim: number | readonly number[], x: Shape, must: MustDiffer): readonly number[] | undefined {
  const dims = [dim].flat();
  const missing = dims.find((one) => axisOf(one, x) === undefined);
  if (missing !== undefined) {
    mustExist(missing, x, { arg: "dim" }, must);
    return undefined;
  }
  const axes = dims.map((one) => axisOf(one, x)!);
  const twice = axes.find((axis, k) => axes.indexOf(axis) < k);
  const message = say`${dims} names axis ${twice ?? 0} twice`;
  must("axis-named-once", twice === undefined ? "yes" : "no", { arg: "dim" }, message);
  return twice === undefined ? axes : undefined;
}
