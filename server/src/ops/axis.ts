import type { Shape, Truth } from "../core/dim";
import { empty, type Message, say } from "../core/message";

/** The axis counted from the first; a negative one counts from the last. Nothing where there is none. */
export function axisOf(axis: number, shape: Shape): number | undefined {
  const index = axis < 0 ? shape.length + axis : axis;
  return index >= 0 && index < shape.length ? index : undefined;
}

export const axisExists = { "axis-exists": "The axis must be one of the input's." };

/** Says of an axis that is not there which ones are. */
export function mustExist<A>(
  axis: number,
  shape: Shape,
  at: A,
  must: (constraint: "axis-exists", holds: Truth, at: A, message: Message) => void,
): void {
  const exists = axisOf(axis, shape) !== undefined;
  const last = shape.length - 1;
  const message = exists
    ? empty
    : say`there is no axis ${axis}: with the batch as axis 0, ${shape.slice(1)} has axes up to ${last}`;
  must("axis-exists", exists ? "yes" : "no", at, message);
}
