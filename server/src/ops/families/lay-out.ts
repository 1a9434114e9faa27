import { image } from "../../core/batch";
import {
  canEqual,
  type Dim,
  divide,
  floorDiv,
  isExact,
  mul,
  multipleOf,
  type Shape,
  showDim,
  type Truth,
  unknown,
} from "../../core/dim";
import { empty, type Message, say } from "../../core/message";
import { param } from "../../core/param";
import { labelled, list, size } from "../../core/types";
import { nearestDivisor } from "./divisors";

export const sizes = (doc: string) =>
  param(labelled(list(size({ min: -1 })), "list of sizes, of which one may be -1"), { doc });

export const laidOutWhole = {
  "one-size-open": "Only one size may be -1, since it follows from the others.",
  "values-fill-shape": "The new sizes must hold exactly as many values as there are.",
};

type MustFill<A> = (constraint: keyof typeof laidOutWhole, holds: Truth, at: A, message: Message) => void;

/** The sizes under which some axes are written anew, with −1 worked out. What cannot hold all of their values is reported. */
export function layOut<A>(axes: Shape, wanted: Shape, at: A, must: MustFill<A>): Shape {
  if (wanted.length > most) return wanted.map(() => unknown);
  const open = wanted.filter((size) => size === -1).length;
  const several = open > 1 ? say`${wanted} leaves ${open} sizes open, and only one can follow from the others` : empty;
  must("one-size-open", open > 1 ? "no" : "yes", at, several);
  if (open > 1) return wanted.map((size) => (size === -1 ? unknown : size));
  const values = mul(...axes);
  const written = mul(...wanted.filter((size) => size !== -1));
  const exact = isExact(values) && isExact(written);
  const holds = !exact ? "maybe" : open ? canHold(values, written) : canEqual(values, written);
  must("values-fill-shape", holds, at, holds === "no" ? misfit(axes, wanted) : empty);
  const left = exact ? quotient(values, written) : unknown;
  return wanted.map((size) => (size === -1 ? left : size));
}

/** No tensor has more axes, and the work must end soon. */
const most = 64;

/** Nothing can be laid out in rows of none. */
const canHold = (values: Dim, written: Dim): Truth =>
  typeof written !== "number" ? "maybe" : written === 0 ? "no" : multipleOf(values, written);

/** Exact wherever the framework does not refuse the call: then the floor leaves nothing over. */
const quotient = (values: Dim, written: Dim): Dim =>
  divide(values, written) ?? (typeof written === "number" && written > 0 ? floorDiv(values, written) : unknown);

function misfit(axes: Shape, wanted: Shape): Message {
  const values = mul(...axes);
  const known = wanted.filter((size) => size !== -1);
  const written = mul(...known);
  const count =
    axes.length > 1 ? say`${product(axes)} = ${values} values` : values === 1 ? say`1 value` : say`${values} values`;
  const why =
    written === 0 && known.length < wanted.length
      ? say`: beside a size of 0 nothing follows for -1`
      : known.length === wanted.length
        ? say` = ${written}`
        : say`: ${values} is no multiple of ${known.length > 1 ? say`${product(known)} = ${written}` : say`${written}`}`;
  const instead = repair(axes, wanted);
  return say`${count} cannot be laid out as ${wanted}${why}${instead ? say`; ${instead} can` : empty}`;
}

const product = (sizes: Shape): string =>
  sizes
    .map((size) => (typeof size === "number" || size.terms.size === 1 ? showDim(size) : `(${showDim(size)})`))
    .join("·");

const isNumbers = (sizes: Shape): sizes is readonly number[] => sizes.every((size) => typeof size === "number");

/** Sizes near to the wanted ones that do hold the values; where a batch is among these, it is left open. */
function repair(axes: Shape, wanted: Shape): Shape | undefined {
  const one = image(axes);
  if (!isNumbers(one) || !isNumbers(wanted)) return undefined;
  const values = one.reduce((a, b) => a * b, 1);
  if (one.length === axes.length) return fitting(values, wanted);
  // The batch was forgotten, or written as a number of images.
  const [, ...rest] = wanted;
  const off = (sizes: readonly number[]): number => Math.abs(Math.log(sizes.reduce((a, b) => a * b, 1) / values));
  const fits = fitting(values, rest.length && off(rest) < off(wanted) ? rest : wanted);
  return fits && [-1, ...fits];
}

/** One size changed as little as can be, the last rather than the first; else the last two. */
function fitting(values: number, wanted: readonly number[]): readonly number[] | undefined {
  if (wanted.some((size) => size === 0)) return undefined;
  const open = wanted.includes(-1);
  const others = (without: readonly number[]): number =>
    wanted.reduce((left, size, i) => (size === -1 || without.includes(i) ? left : left / size), values);
  const change = (i: number, to: number): readonly number[] => wanted.map((size, k) => (k === i ? to : size));
  const candidates = wanted.flatMap((size, i) => {
    const left = others([i]);
    if (size === -1 || !Number.isInteger(left)) return [];
    const to = open ? nearestDivisor(left, size) : left;
    return [{ off: Math.abs(Math.log(to / size)), sizes: change(i, to) }];
  });
  const best = candidates.reduceRight<(typeof candidates)[number] | undefined>(
    (found, one) => (!found || one.off < found.off ? one : found),
    undefined,
  );
  if (best) return best.sizes;
  const last = wanted.length - 1;
  const left = others([last - 1, last]);
  if (open || last < 1 || !Number.isInteger(left)) return undefined;
  const first = nearestDivisor(left, wanted[last - 1]!);
  return [...wanted.slice(0, -2), first, left / first];
}
