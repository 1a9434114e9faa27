/** Whether a model takes an image of that size. */
export type Runs = (size: number) => boolean;

/** A set of sizes: those of `ranges`, and behind them everything that repeats. */
export interface Accepted {
  readonly smallest: number;
  /** Null where there is no largest. */
  readonly largest: number | null;
  /** The sizes before the pattern begins, or all of them where nothing repeats: from and to, both included. */
  readonly ranges: readonly Range[];
  /** From `from` on a size is taken when its remainder is in one of these ranges. */
  readonly pattern?: Pattern;
}

export interface Pattern {
  readonly from: number;
  readonly period: number;
  /** Ends of stretches of accepted sizes within one period: 25 to 32 of every 32. */
  readonly stretches: readonly Range[];
}

export type Range = readonly [from: number, to: number];

/** Looking for a first size must end. */
const mostTried = 1024;
/** Beyond the images that anybody has. */
const far = 8192;

/**
 * The sizes that a model takes, by trying: all from the first one on over three periods, and a whole period
 * far away. `near` is a size that is likely to be taken. Where sizes inside a model grow evenly from period to
 * period, what holds twice in a row and far away holds always; what has stopped to hold was a fixed size, and
 * never comes back.
 */
export function accepted(runs: Runs, period: number, near = 0): Accepted | undefined {
  const tried = new Map<number, boolean>();
  const test: Runs = (size) => {
    const known = tried.get(size);
    if (known !== undefined) return known;
    const holds = runs(size);
    tried.set(size, holds);
    return holds;
  };
  const smallest = firstOf(test, near, period);
  if (smallest === undefined) return undefined;
  const remote = Math.ceil(far / period) * period;
  const beyond = patternAt(test, remote, period);
  if (!beyond.includes(true)) return finite(test, smallest, period);
  const [second, third] = [patternAt(test, smallest + period, period), patternAt(test, smallest + 2 * period, period)];
  const same = (from: number, holds: readonly boolean[]): boolean =>
    holds.every((one, i) => one === beyond[(((from + i - remote) % period) + period) % period]);
  if (!same(smallest + period, second) || !same(smallest + 2 * period, third)) return undefined;
  return repeating(test, smallest, shortest(beyond));
}

function firstOf(test: Runs, near: number, period: number): number | undefined {
  const end = Math.max(mostTried, near + period);
  for (let size = 1; size <= end; size++) if (test(size)) return size;
  return undefined;
}

const patternAt = (test: Runs, from: number, period: number): readonly boolean[] =>
  Array.from({ length: period }, (_, i) => test(from + i));

/** A pattern of 32 that is two equal halves is one of 16. */
function shortest(pattern: readonly boolean[]): readonly boolean[] {
  for (let period = 1; period < pattern.length; period++)
    if (pattern.length % period === 0 && pattern.every((one, i) => one === pattern[i % period]))
      return pattern.slice(0, period);
  return pattern;
}

/** Everything up to where two whole periods bring nothing more. */
function finite(test: Runs, smallest: number, period: number): Accepted {
  const sizes = [smallest];
  for (let size = smallest + 1; size <= sizes.at(-1)! + 2 * period; size++) if (test(size)) sizes.push(size);
  return { smallest, largest: sizes.at(-1)!, ranges: rangesOf(sizes) };
}

/** `beyond` begins at a multiple of its length. */
function repeating(test: Runs, smallest: number, beyond: readonly boolean[]): Accepted {
  const period = beyond.length;
  let from = smallest + period;
  const fits = (size: number): boolean => test(size) === beyond[size % period];
  while (from > 1 && fits(from - 1)) from--;
  const before: number[] = [];
  for (let size = smallest; size < from; size++) if (test(size)) before.push(size);
  return {
    smallest,
    largest: null,
    ranges: rangesOf(before),
    pattern: { from: Math.max(from, smallest), period, stretches: stretchesOf(beyond) },
  };
}

/** Stretches as remainders from 1 to the period, so that one which ends at a multiple is whole: 25 to 32. */
function stretchesOf(pattern: readonly boolean[]): readonly Range[] {
  const period = pattern.length;
  if (pattern.every((one) => one)) return [[1, period]];
  const last = pattern.lastIndexOf(false);
  // Begin behind a size that is refused, so that no stretch is cut in two.
  const sizes: number[] = [];
  for (let i = last + 1; i < last + 1 + period; i++) if (pattern[i % period]) sizes.push(i);
  return rangesOf(sizes).map(([from, to]): Range => (from > period ? [from - period, to - period] : [from, to]));
}

/** The ends of all stretches, as far as the first of those that repeat. */
export const cornersOf = ({ ranges, pattern }: Accepted): readonly number[] => [
  ...ranges.flat(),
  ...(pattern?.stretches.flat().map((size) => size + Math.ceil(pattern.from / pattern.period) * pattern.period) ?? []),
];

function rangesOf(sizes: readonly number[]): readonly Range[] {
  const ranges: [number, number][] = [];
  for (const size of sizes) {
    const last = ranges.at(-1);
    if (last && last[1] === size - 1) last[1] = size;
    else ranges.push([size, size]);
  }
  return ranges;
}
