import type { Dim } from "./dim";
import { gcd, lcm } from "./divisors";

/** Whether a dimension hangs on a symbol. */
export const isSymbolic = (dim: Dim): boolean => typeof dim !== "number";

/** The number a dimension stands for where every symbol in it stands for one and the same number. */
export function evaluate(dim: Dim, number: number): number {
  if (typeof dim === "number") return dim;
  let sum = 0;
  for (const { times, atoms } of dim.terms.values()) {
    let product = times;
    for (const { floor } of atoms) product *= floor ? Math.floor(evaluate(floor.over, number) / floor.by) : number;
    sum += product;
  }
  return sum;
}

/**
 * The step after which the floors in a dimension repeat, where all its symbols stand for one whole number:
 * from one number to that many more, every floor grows as a polynomial does. 1 where there is no floor.
 */
export function periodOf(dim: Dim): number {
  if (typeof dim === "number") return 1;
  let period = 1;
  for (const { atoms } of dim.terms.values())
    for (const { floor } of atoms) if (floor) period = lcm(period, floorPeriod(floor.over, floor.by));
  return period;
}

function floorPeriod(over: Dim, by: number): number {
  const inner = periodOf(over);
  const slope = slopeOf(over);
  // What grows evenly leaves the same remainder as soon as it has grown by a multiple; anything else after all remainders.
  const growth = slope === undefined ? 1 : Math.round(slope * inner);
  return inner * (by / gcd(by, ((growth % by) + by) % by));
}

/** By how much a dimension grows with its symbol on average; nothing where it does not grow evenly. */
function slopeOf(dim: Dim): number | undefined {
  if (typeof dim === "number") return 0;
  let slope = 0;
  for (const { times, atoms } of dim.terms.values()) {
    const [one, another] = atoms;
    if (another) return undefined;
    const own = one === undefined ? 0 : one.floor ? slopeOf(one.floor.over) : 1;
    if (own === undefined) return undefined;
    slope += (times * own) / (one?.floor?.by ?? 1);
  }
  return slope;
}
