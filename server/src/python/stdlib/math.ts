import { gcd } from "../../core/divisors";
import { float, type Native, native, numberOf, type Run, unknown, type Value, valueAt, whole } from "../values";

type Call = Native["call"];

const first = ({ positional }: Parameters<Call>[0]): number | undefined => numberOf(valueAt(positional, 0));

const ofFloat =
  (work: (x: number) => number): Call =>
  (given) => {
    const x = first(given);
    return float(x === undefined ? undefined : work(x));
  };

const ofWhole =
  (work: (x: number) => number): Call =>
  (given) => {
    const x = first(given);
    return x === undefined ? unknown : whole(work(x));
  };

const log: Call = ({ positional }) => {
  const [x, base] = positional.map(({ value }) => numberOf(value));
  if (x === undefined || (positional.length > 1 && base === undefined)) return float(undefined);
  return float(base === undefined ? Math.log(x) : base === 2 ? Math.log2(x) : Math.log(x) / Math.log(base));
};

export const product: Call = ({ positional }, run: Run) => {
  const items = run.items(valueAt(positional, 0));
  return items ? items.reduce((all: Value, item) => run.binary("*", all, item), 1) : unknown;
};

const table: { readonly [name: string]: Call } = {
  ceil: ofWhole(Math.ceil),
  cos: ofFloat(Math.cos),
  exp: ofFloat(Math.exp),
  fabs: ofFloat(Math.abs),
  floor: ofWhole(Math.floor),
  gcd({ positional }) {
    const all = positional.map(({ value }) => numberOf(value));
    return all.every((one) => one !== undefined) ? all.reduce(gcd, 0) : unknown;
  },
  isqrt: ofWhole((x) => Math.floor(Math.sqrt(x))),
  log,
  log10: ofFloat(Math.log10),
  log2: ofFloat(Math.log2),
  pow({ positional }) {
    const [x, y] = positional.map(({ value }) => numberOf(value));
    return float(x === undefined || y === undefined ? undefined : x ** y);
  },
  prod: product,
  sin: ofFloat(Math.sin),
  sqrt: ofFloat(Math.sqrt),
  tanh: ofFloat(Math.tanh),
  trunc: ofWhole(Math.trunc),
};

export const math: readonly (readonly [string, Value])[] = [
  ...Object.entries(table).map(([name, call]) => [name, native(name, call)] as const),
  ["pi", float(Math.PI)],
  ["e", float(Math.E)],
  ["inf", float(Number.POSITIVE_INFINITY)],
];
