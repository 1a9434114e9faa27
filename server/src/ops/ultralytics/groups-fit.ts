import { divisible } from "../../core/dim";
import { say } from "../../core/message";
import type { Must } from "../../core/op";
import type { Param } from "../../core/param";
import { evenParts, partsInstead } from "../families/groups";

export const groupsFit = { "groups-divide-channels": "The inner channels must be a multiple of `g`." } as const;

/** Blocks that put something else in the place of bottlenecks build those first, so the groups must suit them as well. */
export function mustGroup(
  widths: readonly number[],
  g: number,
  n: number,
  must: Must<keyof typeof groupsFit, { readonly g: Param<number> }, {}>,
): void {
  const odd = n > 0 ? widths.find((width) => divisible(width, g) === "no") : undefined;
  if (odd === undefined) return;
  const message = say`${odd} inner channels cannot be split into ${g} groups${partsInstead(odd, g)}`;
  must("groups-divide-channels", "no", { arg: "g", remedies: evenParts("g", odd, g) }, message);
}
