import { gcd } from "./divisors";

/**
 * Tensor dimensions: a number, or a polynomial over named symbols and floor divisions.
 *
 * Equal dimensions reached by two routes have the same normal form, and `compare` answers "no"
 * only where two dimensions differ whatever their symbols stand for.
 */
export type Dim = number | Poly;
export type Shape = readonly Dim[];

/** What is known of a condition on dimensions. Only "no" is ever reported. */
export type Truth = "yes" | "no" | "maybe";

export interface Poly {
  /** By the key of the product; the product of no atoms is the constant. */
  readonly terms: ReadonlyMap<string, Term>;
}

interface Term {
  readonly times: number;
  readonly atoms: readonly Atom[];
}

/** A symbol, or the floor of one dimension over a number. */
type Atom = { readonly key: string; readonly floor?: { readonly over: Dim; readonly by: number } };

/** A size of which nothing is known. Not-a-number, so that all arithmetic carries it without asking. */
export const unknown: Dim = NaN;

/** A shape of which not even the number of axes is known: an operator that returns it gives nothing. */
export const unranked: Shape = Object.freeze([]);

/** Whether the size may still be of use: a number or an expression, but not `unknown`. */
export const isKnown = (dim: Dim): boolean => typeof dim !== "number" || !Number.isNaN(dim);

export const symbol = (name: string): Dim => poly([{ times: 1, atoms: [{ key: name }] }]);

const terms = (dim: Dim): readonly Term[] =>
  typeof dim === "number" ? [{ times: dim, atoms: [] }] : [...dim.terms.values()];
const constant = (dim: Dim): number => terms(dim).find((t) => t.atoms.length === 0)?.times ?? 0;
const numbers = (dims: readonly Dim[]): dims is readonly number[] => dims.every((dim) => typeof dim === "number");

function poly(sum: readonly Term[]): Dim {
  const collected = new Map<string, Term>();
  for (const { times, atoms } of sum) {
    if (Number.isNaN(times)) return unknown;
    const sorted = [...atoms].sort((a, b) => (a.key < b.key ? -1 : 1));
    const key = sorted.map((a) => a.key).join("·");
    collected.set(key, { times: (collected.get(key)?.times ?? 0) + times, atoms: sorted });
  }
  const kept = new Map([...collected].filter(([, t]) => t.times !== 0).sort(([a], [b]) => (a > b ? -1 : 1)));
  return kept.size === 0 ? 0 : kept.size === 1 && kept.has("") ? kept.get("")!.times : { terms: kept };
}

export const add = (...dims: readonly Dim[]): Dim =>
  numbers(dims) ? dims.reduce((a, b) => a + b, 0) : poly(dims.flatMap(terms));

export const mul = (...dims: readonly Dim[]): Dim => dims.reduce<Dim>(times, 1);

const times = (left: Dim, right: Dim): Dim =>
  typeof left === "number" && typeof right === "number"
    ? left * right
    : poly(
        terms(left).flatMap((a) =>
          terms(right).map((b) => ({ times: a.times * b.times, atoms: [...a.atoms, ...b.atoms] })),
        ),
      );

/** `⌊dim / by⌋`: exact where it can be, whole multiples taken out, nested floors merged, in lowest terms. */
export function floorDiv(dim: Dim, by: number): Dim {
  if (typeof dim === "number") return Math.floor(dim / by);
  const whole = poly(terms(dim).map((t) => ({ ...t, times: Math.floor(t.times / by) })));
  if (whole !== 0) return add(whole, floorDiv(add(dim, mul(whole, -by)), by));
  const shared = common(dim, by);
  if (shared > 1)
    return floorDiv(poly(terms(dim).map((t) => ({ ...t, times: Math.floor(t.times / shared) }))), by / shared);
  const [first, second] = terms(dim).filter((t) => t.atoms.length > 0);
  const only = !second && first?.times === 1 && first.atoms.length === 1 ? first.atoms[0]! : undefined;
  if (only?.floor) return floorDiv(add(only.floor.over, constant(dim) * only.floor.by), only.floor.by * by);
  const shown = terms(dim).length > 1 ? `(${showDim(dim)})` : showDim(dim);
  return poly([{ times: 1, atoms: [{ key: `⌊${shown}/${by}⌋`, floor: { over: dim, by } }] }]);
}

/** The largest number that divides a divisor and whatever a symbol is multiplied by, but for the constant. */
const common = (dim: Dim, by: number): number =>
  terms(dim).reduce((divisor, { times, atoms }) => (atoms.length ? gcd(divisor, Math.abs(times)) : divisor), by);

export const ceilDiv = (dim: Dim, by: number): Dim => floorDiv(add(dim, by - 1), by);

/** The quotient that multiplied by the divisor gives the dimension, whatever the symbols stand for; nothing where there is none. */
export function divide(dim: Dim, by: Dim): Dim | undefined {
  if (by === 0) return undefined;
  const lead = leading(by);
  let quotient: Dim = 0;
  for (let rest = dim; rest !== 0; ) {
    const part = over(leading(rest), lead);
    if (!part) return undefined;
    quotient = add(quotient, poly([part]));
    rest = add(rest, mul(poly([part]), by, -1));
  }
  return quotient;
}

/** The term of most atoms; of equally many, the one whose atoms come first in the alphabet. */
const leading = (dim: Dim): Term => terms(dim).reduce((first, term) => (comesBefore(term, first) ? term : first));

function comesBefore({ atoms: a }: Term, { atoms: b }: Term): boolean {
  if (a.length !== b.length) return a.length > b.length;
  const i = a.findIndex(({ key }, k) => key !== b[k]!.key);
  return i >= 0 && a[i]!.key < b[i]!.key;
}

/** A term that another is a whole multiple of. */
function over({ times, atoms }: Term, by: Term): Term | undefined {
  if (!Number.isInteger(times / by.times)) return undefined;
  const left = [...atoms];
  for (const { key } of by.atoms) {
    const at = left.findIndex((atom) => atom.key === key);
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return { times: times / by.times, atoms: left };
}

/** Whether the dimension is a multiple of a number: "no" only where it is none for any sizes. */
export function multipleOf(dim: Dim, by: number): Truth {
  const rest = constant(dim);
  const shared = common(dim, by);
  if (!isKnown(dim) || !isKnown(rest / shared)) return "maybe";
  return rest % shared !== 0 ? "no" : shared === by ? "yes" : "maybe";
}

/** Whether no product has grown so large that its last digits are lost. */
export const isExact = (dim: Dim): boolean => terms(dim).every(({ times }) => Number.isSafeInteger(times));

/** Whether two dimensions can be equal: "no" only where they are not for any sizes. */
export function canEqual(a: Dim, b: Dim): Truth {
  const difference = add(a, mul(b, -1));
  if (typeof difference === "number") return known([difference], (n) => n === 0);
  return constant(difference) % common(difference, 0) !== 0 ? "no" : "maybe";
}

/** What a condition on numbers is worth for dimensions: "maybe" as soon as one is no number. */
export const known = (dims: readonly Dim[], holds: (...numbers: number[]) => boolean): Truth =>
  !numbers(dims) || dims.some(Number.isNaN) ? "maybe" : holds(...dims) ? "yes" : "no";

/** The result of a function of whole numbers, where the dimension is one. */
export const whole = (dim: Dim, of: (size: number) => number): Dim => (typeof dim === "number" ? of(dim) : unknown);

export const compare = (a: Dim, b: Dim): Truth => known([add(a, mul(b, -1))], (difference) => difference === 0);
/** Whether two shapes are equal, whatever their symbols stand for. */
export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((dim, axis) => compare(dim, b[axis]!) === "yes");
export const atLeast = (dim: Dim, least: number): Truth => known([dim], (n) => n >= least);
export const divisible = (dim: Dim, by: number): Truth => known([dim], (n) => n % by === 0);

/** Expressions are shown wherever calls are compared, the batch above all. */
const shown = new WeakMap<Poly, string>();

export function showDim(dim: Dim): string {
  if (typeof dim === "number") return isKnown(dim) ? String(dim) : "?";
  const known = shown.get(dim);
  if (known !== undefined) return known;
  const text = showPoly(dim);
  shown.set(dim, text);
  return text;
}

function showPoly(dim: Poly): string {
  return [...dim.terms]
    .map(([key, { times }], i) => {
      const size = key === "" ? String(Math.abs(times)) : Math.abs(times) === 1 ? key : `${Math.abs(times)}·${key}`;
      return `${times < 0 ? "- " : i ? "+ " : ""}${size}`;
    })
    .join(" ");
}

/**
 * Whether two shapes are certainly equal, as it is found out without a computation. Sums of symbols are only where they
 * are the same object: what is remembered of a shape is then worked out again, which costs time alone.
 */
export function isIdentical(a: Shape | undefined, b: Shape | undefined): boolean {
  if (a === b) return true;
  if (!a || a.length !== b?.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (!Object.is(a[axis], b[axis])) return false;
  return true;
}

export const showShape = (shape: Shape): string => `[${shape.map(showDim).join(", ")}]`;
