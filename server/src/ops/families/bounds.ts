import type { Truth } from "../../core/dim";
import { type Message, say } from "../../core/message";

export const boundsInOrder = { "bounds-in-order": "The lower bound must lie below the upper one." };

/** Says of two bounds that the lower is not below the upper. */
export function mustAscend<A>(
  lower: { readonly name: string; readonly value: number },
  upper: { readonly name: string; readonly value: number },
  holds: boolean,
  at: A,
  must: (constraint: "bounds-in-order", holds: Truth, at: A, message: Message) => void,
): void {
  const message = say`${lower.name} is ${String(lower.value)} and ${upper.name} ${String(upper.value)}: nothing lies between`;
  must("bounds-in-order", holds ? "yes" : "no", at, message);
}
