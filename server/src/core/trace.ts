import type { Source } from "./analysis";
import type { Tensor } from "./op";

/**
 * Every tensor inside a composite knows which call made it. The mark is a symbol, so an operator that
 * spreads a tensor to change a size (`{ ...x, C: half }`) keeps it without knowing.
 */
const origin = Symbol("origin");

type Marked = { [origin]?: Source };

/** A copy of a tensor that is known to come from there. */
export function mark(tensor: Tensor, source: Source | undefined): Tensor {
  const copy = (Array.isArray(tensor) ? [...tensor] : { ...tensor }) as Marked;
  if (source) copy[origin] = source;
  else delete copy[origin];
  return copy as unknown as Tensor;
}

export const sourceOf = (tensor: Tensor): Source | undefined => (tensor as Marked)[origin];

/** The same tensor in another form, which comes from where the first came from. */
export function carry<T extends Tensor>(from: Tensor, to: T): T {
  const source = sourceOf(from);
  if (source) (to as Marked)[origin] = source;
  return to;
}

/** A tensor that consists of some channels of another. */
export function carryPart<T extends Tensor>(from: Tensor, to: T, at: number, size: number): T {
  const source = sourceOf(from);
  // A part of a part begins where that does.
  if (source) (to as Marked)[origin] = { ...source, part: { at: (source.part?.at ?? 0) + at, size } };
  return to;
}
