import { types } from "../builtins/types";
import { classOf } from "../run/classes";
import { firstOf, native, tuple, unknown, type Value } from "../values";

/** A class whose instances are tuples with names. */
const namedTuple = native("namedtuple", ({ positional }, run) => {
  const [title, fields] = positional.map(({ value }) => value);
  const listed = typeof fields === "string" ? fields.split(/[\s,]+/) : run.items(fields ?? unknown);
  if (!listed?.every((name) => typeof name === "string")) return unknown;
  const names = listed.filter((name) => name !== "");
  return classOf(typeof title === "string" ? title : "tuple", [], {
    make: (given) => {
      if (given.open) return unknown;
      const items = names.map((name, i) => firstOf(given.positional[i]?.value, given.named.get(name)?.value, unknown)!);
      return { ...tuple(items), names };
    },
  });
});

const defaultDict = native("defaultdict", ({ positional }) => ({
  kind: "dict",
  entries: new Map(),
  open: positional.length > 1,
  ...(positional[0] && { missing: positional[0].value }),
}));

export const collections: readonly (readonly [string, Value])[] = [
  ["OrderedDict", types.get("dict")!],
  ["defaultdict", defaultDict],
  ["deque", types.get("list")!],
  ["namedtuple", namedTuple],
  ...["Iterable", "Mapping", "Sequence"].map((name) => [name, classOf(name, [])] as const),
];
