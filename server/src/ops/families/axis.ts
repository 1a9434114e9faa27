import { image } from "../../core/batch";
import type { Shape, Truth } from "../../core/dim";
import { empty, type Message, say } from "../../core/message";

/** The axis counted from the first; a negative one counts from the last. Nothing where there is none. */
export function axisOf(axis: number, shape: Shape): number | undefined {
  const index = axis < 0 ? shape.length + axis : axis;
  return index >= 0 && index < shape.length ? index : undefined;
}

export const axisExists = { "axis-exists": "The axis must be one of the input's." };

/** As operators say it whose parameter is called `axis`. */
export type MustAxis = (
  constraint: "axis-exists" | "axis-not-batch",
  holds: Truth,
  at: { readonly arg: "axis" },
  message: Message,
) => void;

/** Says of an axis that is not there which ones are. */
export function mustExist<A>(
  axis: number,
  shape: Shape,
  at: A,
  must: (constraint: "axis-exists", holds: Truth, at: A, message: Message) => void,
): void {
  // A single number has no axes, and is taken for one of a single axis.
  const exists = axisOf(axis, shape) !== undefined || (!shape.length && (axis === 0 || axis === -1));
  const last = shape.length - 1;
  const message = exists
    ? empty
    : say`there is no axis ${axis}: ${image(shape).length < shape.length ? say`with the batch as axis 0, ` : empty}${image(shape)} has axes up to ${last}`;
  must("axis-exists", exists ? "yes" : "no", at, message);
}

export const axisNotBatch = { "axis-not-batch": "The axis must not be the batch." };

/** Says of the batch, whose images are taken one by one, which axes each image has. */
export function mustNotBeBatch<A>(
  axis: number,
  shape: Shape,
  at: A,
  must: (constraint: "axis-not-batch", holds: Truth, at: A, message: Message) => void,
): void {
  const isBatch = axisOf(axis, shape) === 0;
  const last = shape.length - 1;
  const which =
    last > 1 ? say`the axes of ${shape.slice(1)} are 1 to ${last}` : say`the only axis of ${shape.slice(1)} is 1`;
  must("axis-not-batch", isBatch ? "no" : "yes", at, isBatch ? say`axis ${axis} is the batch: ${which}` : empty);
}
