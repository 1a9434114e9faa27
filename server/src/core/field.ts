import { gcd, lcm } from "./divisors";
import type { Sight } from "./op";

/**
 * What the positions of a tensor see of the model's input along one axis: position `i` sees the pixels
 * `low(i)` to `high(i)`. Both repeat: `low(i + period) = low(i) + advance`. Windows keep the period at
 * one; where an image was enlarged, neighbours see different stretches, and each residue is kept apart.
 */
export interface Field {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly advance: number;
}

/** Enlarging again and again with nothing between would keep ever more residues apart. */
const longest = 512;

/** The input itself: every pixel sees itself. */
export const pixel: Field = { low: [0], high: [0], advance: 1 };

const floorDiv = (a: number, b: number): number => Math.floor(a / b);

function at(values: readonly number[], advance: number, index: number): number {
  const turns = floorDiv(index, values.length);
  return values[index - turns * values.length]! + turns * advance;
}

/** A field whose position `i` sees from the first to the last of some positions of another field. */
function through(
  field: Field,
  period: number,
  advance: number,
  first: (i: number) => number,
  last: (i: number) => number,
) {
  if (period > longest) return undefined;
  const positions = Array.from({ length: period }, (_, i) => i);
  return {
    low: positions.map((i) => at(field.low, field.advance, first(i))),
    high: positions.map((i) => at(field.high, field.advance, Math.max(first(i), last(i)))),
    advance,
  };
}

/** What is seen through an operator; nothing where that cannot be said. */
export function look(field: Field, sight: Sight): Field | undefined {
  const { advance, low } = field;
  if (sight.kind === "window") {
    const { kernel, stride, pad } = sight;
    if (typeof pad !== "number") return undefined;
    const period = low.length / gcd(low.length, stride);
    const step = (advance * stride * period) / low.length;
    return through(
      field,
      period,
      step,
      (i) => i * stride - pad,
      (i) => i * stride - pad + kernel - 1,
    );
  }
  if (sight.kind === "stamp") {
    const { kernel, stride, pad } = sight;
    const first = (i: number): number => -floorDiv(-(i + pad - kernel + 1), stride);
    return through(field, low.length * stride, advance, first, (i) => floorDiv(i + pad, stride));
  }
  const { factor, taps } = sight;
  if (!Number.isInteger(factor) || factor < 1) return undefined;
  if (taps === 1)
    return through(
      field,
      low.length * factor,
      advance,
      (i) => floorDiv(i, factor),
      (i) => floorDiv(i, factor),
    );
  // Pixels are squares: the middle of position i lies at (i + ½) / factor − ½ of the smaller image.
  const place = (i: number): number => (i + 0.5) / factor - 0.5;
  return through(
    field,
    low.length * factor,
    advance,
    (i) => Math.floor(place(i)),
    (i) => Math.ceil(place(i)),
  );
}

/** What is seen by either of two; nothing where they move over the input at different speeds. */
export function union(a: Field, b: Field): Field | undefined {
  if (a === b) return a;
  const period = lcm(a.low.length, b.low.length);
  const advance = (a.advance * period) / a.low.length;
  if (period > longest || advance !== (b.advance * period) / b.low.length) return undefined;
  const positions = Array.from({ length: period }, (_, i) => i);
  return {
    low: positions.map((i) => Math.min(at(a.low, a.advance, i), at(b.low, b.advance, i))),
    high: positions.map((i) => Math.max(at(a.high, a.advance, i), at(b.high, b.advance, i))),
    advance,
  };
}

/** How many pixels the position sees that sees most. */
export const width = ({ low, high }: Field): number => Math.max(...low.map((from, i) => high[i]! - from + 1));

/** Pixels from what one position sees to what the next sees: the product of all strides; below one where it was enlarged. */
export const jump = ({ low, advance }: Field): number => advance / low.length;

/** How far the first position looks beyond the edge, into what all borders together have added. */
export const overhang = ({ low }: Field): number => 0 - low[0]!;
