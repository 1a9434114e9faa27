import { type Arguments, isKind, list, type Run, tuple, type Value } from "../values";
import { binaryNames, combined } from "./arithmetic";
import { asValue, type Numbers, numberIn, numbersOf, sizeOf } from "./array";

/** Of what is called with numbers that are all known, what comes of it; nothing where that needs more than is told here. */
type Work = (of: Numbers, given: Arguments, run: Run) => Value | undefined;

/** Python, numpy and torch all round a half to the even number beside it. */
function evenly(value: number): number {
  const floor = Math.floor(value);
  return value - floor === 0.5 ? floor + (floor % 2 && 1) : Math.round(value);
}

const each =
  (work: (value: number) => number, gives: "same" | "float" | "whole"): Work =>
  (of, { positional, named }) => {
    if (positional.length > 1 || [...named.keys()].some((name) => name !== "input")) return undefined;
    const values = of.values.map(work);
    const whole = gives === "whole" || (gives === "same" && of.whole);
    return values.every(Number.isFinite) ? asValue({ ...of, values, whole }) : undefined;
  };

/** Along the only axis, or over all; along one of several it is not worked out. */
function isOverAll({ shape }: Numbers, { positional, named }: Arguments): boolean {
  const said = positional[1]?.value ?? named.get("dim")?.value ?? named.get("axis")?.value ?? null;
  const others = [...named.keys()].filter((name) => !["input", "dim", "axis"].includes(name));
  const only = shape.length === 1 && (said === 0 || said === -1);
  return positional.length < 3 && !others.length && (said === null || only);
}

const reduced =
  (work: (values: readonly number[]) => number, gives: "same" | "float" | "whole" = "same"): Work =>
  (of, given) => {
    if (!isOverAll(of, given) || !of.values.length) return undefined;
    const value = work(of.values);
    const whole = gives === "whole" || (gives === "same" && of.whole);
    return Number.isFinite(value) ? asValue({ ...of, shape: [], values: [value], whole }) : undefined;
  };

const running =
  (work: (a: number, b: number) => number): Work =>
  (of, given) => {
    if (of.shape.length !== 1 || !isOverAll(of, given)) return undefined;
    const values: number[] = [];
    for (const value of of.values) values.push(values.length ? work(values.at(-1)!, value) : value);
    return asValue({ ...of, values });
  };

const line = (of: Numbers, values: readonly number[]): Value => asValue({ ...of, shape: [values.length], values });

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The numbers again, in lists as deep as there are axes. */
function nested({ shape: [size, ...rest], values, ...more }: Numbers): Value {
  if (size === undefined) return numberIn(values[0]!, more.whole);
  if (!rest.length) return list(values.map((one) => numberIn(one, more.whole)));
  const step = sizeOf(rest);
  const part = (i: number): Numbers => ({ ...more, shape: rest, values: values.slice(i * step, (i + 1) * step) });
  return list(Array.from({ length: size }, (_, i) => nested(part(i))));
}

/** Whether a type is one of whole numbers; nothing where it is no type that is known. */
export function isWholeType(type: Value | undefined): boolean | undefined {
  const name =
    typeof type === "string"
      ? type
      : type !== undefined && (isKind(type, "class") || isKind(type, "namespace"))
        ? type.name
        : "";
  if (/(^|\.)u?(int|long|short)\d*$/.test(name)) return true;
  return /(^|\.)b?(float|double|half)\d*$/.test(name) ? false : undefined;
}

const cast =
  (whole: boolean): Work =>
  (of) =>
    asValue({ ...of, whole, ...(whole && { values: of.values.map(Math.trunc) }) });

const typed: Work = (of, given, run) => {
  const whole = isWholeType(given.positional[1]?.value ?? given.named.get("dtype")?.value);
  return whole === undefined ? undefined : cast(whole)(of, given, run);
};

const pieces: Work = (of, { positional, named }, run) => {
  const size = positional[1]?.value ?? named.get("split_size_or_sections")?.value;
  if (of.shape.length !== 1 || positional.length > 2) return undefined;
  const count = of.values.length;
  const sizes =
    typeof size === "number" && size > 0
      ? Array.from({ length: Math.ceil(count / size) }, (_, i) => Math.min(size, count - i * size))
      : numbersOf(size, run)?.values;
  if (!sizes || sum(sizes) !== count) return undefined;
  return tuple(sizes.map((own, i) => line(of, of.values.slice(sum(sizes.slice(0, i)), sum(sizes.slice(0, i)) + own))));
};

const distinct: Work = (of, { named, positional }) => {
  if (positional.length > 1 || [...named.keys()].some((name) => name !== "return_counts")) return undefined;
  const values = [...new Set(of.values)].sort((a, b) => a - b);
  if (named.get("return_counts")?.value !== true) return line(of, values);
  const counts = values.map((value) => of.values.filter((one) => one === value).length);
  return tuple([line(of, values), line({ ...of, whole: true }, counts)]);
};

/** Between a least and a greatest number. */
const clamped: Work = (of, { positional, named }, run) => {
  const [least, greatest] = [1, 2].map((at) => {
    const said = positional[at]?.value ?? named.get(at === 1 ? "min" : "max")?.value;
    return said === undefined || said === null ? undefined : (numbersOf(said, run)?.values[0] ?? Number.NaN);
  });
  const values = of.values.map((value) => Math.min(greatest ?? value, Math.max(least ?? value, value)));
  return values.some(Number.isNaN) ? undefined : asValue({ ...of, values });
};

const between = (values: readonly number[]): readonly number[] => values.slice(1).map((value, i) => value - values[i]!);

const table: { readonly [names: string]: Work } = {
  "abs absolute": each(Math.abs, "same"),
  ceil: each(Math.ceil, "same"),
  exp: each(Math.exp, "float"),
  floor: each(Math.floor, "same"),
  log: each(Math.log, "float"),
  log10: each(Math.log10, "float"),
  log2: each(Math.log2, "float"),
  "neg negative": each((value) => -value, "same"),
  "round rint": each(evenly, "same"),
  sqrt: each(Math.sqrt, "float"),
  square: each((value) => value * value, "same"),
  "trunc fix": each(Math.trunc, "same"),
  "int long short": cast(true),
  "float double half": cast(false),
  "astype to type": typed,
  "sum nansum": reduced(sum),
  prod: reduced((values) => values.reduce((a, b) => a * b, 1)),
  mean: reduced((values) => sum(values) / values.length, "float"),
  argmax: reduced((values) => values.indexOf(Math.max(...values)), "whole"),
  argmin: reduced((values) => values.indexOf(Math.min(...values)), "whole"),
  "max amax": (of, given, run) => (isAlong(of, given) ? undefined : greatest(of, given, run)),
  "min amin": (of, given, run) => (isAlong(of, given) ? undefined : smallest(of, given, run)),
  cumsum: running((a, b) => a + b),
  cumprod: running((a, b) => a * b),
  diff: (of, given) => (of.shape.length === 1 && isOverAll(of, given) ? line(of, between(of.values)) : undefined),
  flip: (of) => (of.shape.length === 1 ? line(of, [...of.values].reverse()) : undefined),
  unique: distinct,
  split: pieces,
  "clamp clip": clamped,
  item: (of) => (of.values.length === 1 ? numberIn(of.values[0]!, of.whole) : undefined),
  tolist: nested,
  "numpy cpu detach clone contiguous copy": (of, given) => (given.positional.length > 1 ? undefined : asValue(of)),
  "flatten ravel": (of, given) => (given.positional.length > 1 ? undefined : line(of, of.values)),
};

/** Along an axis torch gives places as well. */
const isAlong = ({ double }: Numbers, { positional, named }: Arguments): boolean =>
  positional.length > 1 || (!double && named.size > 0);

const greatest = reduced((values) => Math.max(...values));
const smallest = reduced((values) => Math.min(...values));

type Call = (given: Arguments, run: Run, double: boolean) => Value | undefined;

const only =
  (work: Work): Call =>
  (given, run, double) => {
    const one = given.positional[0] ?? given.named.get("input") ?? given.named.get("a");
    const of = given.open ? undefined : numbersOf(one?.value, run, double);
    return of && work(of, given, run);
  };

const both =
  (name: string): Call =>
  ({ positional, named, open }, run, double) => {
    const second = positional[1] ?? named.get("other") ?? named.get("exponent");
    const [a, b] = [positional[0], second].map((one) => numbersOf(one?.value, run, double));
    const extra = positional.length > 2 || [...named.keys()].some((key) => key !== "other" && key !== "exponent");
    const of = a && b && !open && !extra ? combined(name, a, b) : undefined;
    return of && asValue(of);
  };

/** By its name, what a function gives of numbers that are all known. */
export const works: ReadonlyMap<string, Call> = new Map([
  ...Object.entries(table).flatMap(([names, work]) => names.split(" ").map((name) => [name, only(work)] as const)),
  ...binaryNames.map((name) => [name, both(name)] as const),
]);
