import { giving } from "../builtins/functions";
import { native, unknown, type Value, valueAt } from "../values";

/** A function with some of its arguments. */
const partial = native("partial", (given) => {
  const [of, ...before] = given.positional;
  if (!of || given.open) return unknown;
  return native("partial", (more, run) =>
    run.call(of.value, {
      ...more,
      positional: [...before, ...more.positional],
      named: new Map([...given.named, ...more.named]),
    }),
  );
});

const reduce = native("reduce", ({ positional }, run) => {
  const [of, over, start] = positional.map(({ value }) => value);
  const items = run.items(over ?? unknown);
  if (of === undefined || !items) return unknown;
  const all = start === undefined ? items : [start, ...items];
  return all.length ? all.reduce((left, right) => run.call(of, giving([left, right]))) : unknown;
});

const same = native("same", ({ positional }) => valueAt(positional, 0));
/** A decorator that is called for the decorator itself. */
const decorator = native("decorator", () => same);

export const functools: readonly (readonly [string, Value])[] = [
  ["cache", same],
  [
    "lru_cache",
    native("lru_cache", ({ positional }) =>
      typeof positional[0]?.value === "object" && positional[0].value !== null ? positional[0].value : same,
    ),
  ],
  ["partial", partial],
  ["reduce", reduce],
  ["wraps", decorator],
];
