import { add, type Dim, known, type Truth } from "../../core/dim";
import { type Message, say } from "../../core/message";
import type { AtArg } from "../../core/op";
import { nameOf } from "./spatial";

/** What a border is made of: one value, the edge again and again, the image in a mirror, or its other end. */
export type Made = "constant" | "edge" | "mirror" | "wrap";

export const edgeConstraints = {
  "border-below-size": "A mirrored border must be smaller than the image.",
  "wraps-once": "A border from the other end must not be larger than the image.",
};

type MustReach<A extends string> = (
  constraint: keyof typeof edgeConstraints,
  holds: Truth,
  at: AtArg<A>,
  message: Message,
) => void;

/** A mirror shows no more than what lies inside the edge, and the other end no more than there is. */
export function mustReach<A extends string>(
  made: Made,
  axis: string,
  size: Dim,
  widest: number,
  arg: A,
  must: MustReach<A>,
): boolean {
  if (made !== "mirror" && made !== "wrap") return true;
  const most = made === "mirror" ? add(size, -1) : size;
  const holds = known([most], (n) => widest <= n);
  const at = { arg, ...(typeof most === "number" && most > 0 && { remedies: [{ param: arg, value: most }] }) };
  if (made === "mirror") {
    const message = say`a border of ${widest} px cannot mirror a ${nameOf(axis)} of ${size} px: ${most} px is the most`;
    must("border-below-size", holds, at, message);
  } else {
    const message = say`a border of ${widest} px goes more than once around a ${nameOf(axis)} of ${size} px: ${size} px is the most`;
    must("wraps-once", holds, at, message);
  }
  return holds !== "no";
}
