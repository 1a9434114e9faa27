import type { Stamp } from "./event";

/**
 * When each event happened, by id. A device numbers its events, so a clock that was set back shows: a later event has
 * an earlier time. The most events whose times never go back are believed, and each of the others is given the time of
 * the believed one before it. So one review under a wrong clock, in the year 2000 or 2050, changes no other.
 */
export function believedTimes(stamps: readonly Stamp[]): ReadonlyMap<string, number> {
  const byDevice = new Map<string, Stamp[]>();
  for (const stamp of stamps) {
    const own = byDevice.get(stamp.device);
    if (own) own.push(stamp);
    else byDevice.set(stamp.device, [stamp]);
  }
  const times = new Map<string, number>();
  for (const own of byDevice.values()) {
    own.sort((a, b) => a.n - b.n || a.at - b.at || (a.id < b.id ? -1 : 1));
    const believed = longestRise(own.map(({ at }) => at));
    let last = own[believed[0]!]!.at;
    let next = 0;
    own.forEach(({ id, at }, i) => {
      if (believed[next] === i) [last, next] = [at, next + 1];
      times.set(id, last);
    });
  }
  return times;
}

/** The places of the longest row of numbers that never fall; of several rows the one that ends lowest. */
function longestRise(numbers: readonly number[]): readonly number[] {
  /** By length, less one, the place of the lowest end of a row of that length. */
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! <= number) low = middle + 1;
      else high = middle;
    }
    before[i] = low ? ends[low - 1]! : -1;
    ends[low] = i;
  });
  const row: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) row.push(at);
  return row.reverse();
}
