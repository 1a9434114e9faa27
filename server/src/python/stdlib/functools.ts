import { giving } from "../builtins/functions";
import { keyOf } from "../keys";
import { classOf } from "../run/classes";
import { isKind, native, tuple, unknown, type Value, valueAt } from "../values";

/** A function with some of its arguments, which it gives out as `func`, `args` and `keywords`. */
const partial = classOf("partial", [], {
  make(given, _, cls) {
    const [of, ...before] = given.positional;
    if (!of || given.open) return unknown;
    const keywords = [...given.named].map(([name, { value }]) => [keyOf(name), [name, value] as const] as const);
    const attributes = new Map<string, Value>([
      ["func", of.value],
      ["args", tuple(before.map(({ value }) => value))],
      ["keywords", { kind: "dict", entries: new Map(keywords), open: false }],
    ]);
    return { kind: "object", class: cls, attributes, open: false, made: given };
  },
});

partial.names.set(
  "__call__",
  native("partial", ({ positional: [self, ...behind], ...more }, run) => {
    if (!self || !isKind(self.value, "object")) return unknown;
    const [of, ...before] = self.value.made.positional;
    const named = new Map([...self.value.made.named, ...more.named]);
    return run.call(of!.value, { ...more, positional: [...before, ...behind], named });
  }),
);

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
