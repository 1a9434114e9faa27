import { type Native, native, tuple, unknown, type Value, valueAt } from "../values";

const sequence = (items: readonly Value[]): Value => ({ kind: "sequence", items });

/** No product of lists that a model is built by is longer. */
const longest = 5_000;

const table: { readonly [name: string]: Native["call"] } = {
  accumulate({ positional }, run) {
    const items = run.items(valueAt(positional, 0));
    if (!items || positional.length > 1) return unknown;
    const sums: Value[] = [];
    for (const item of items) sums.push(sums.length ? run.binary("+", sums.at(-1)!, item) : item);
    return sequence(sums);
  },
  chain({ positional }, run) {
    const all = positional.map(({ value }) => run.items(value));
    return all.every((one) => one) ? sequence(all.flatMap((one) => one!)) : unknown;
  },
  pairwise({ positional }, run) {
    const items = run.items(valueAt(positional, 0));
    return items ? sequence(items.slice(1).map((item, i) => tuple([items[i]!, item]))) : unknown;
  },
  product({ positional, named }, run) {
    let all: readonly (readonly Value[])[] = [[]];
    if (named.size) return unknown;
    for (const { value } of positional) {
      const items = run.items(value);
      if (!items || all.length * items.length > longest) return unknown;
      all = all.flatMap((before) => items.map((item) => [...before, item]));
    }
    return sequence(all.map(tuple));
  },
  repeat({ positional }) {
    const [value = unknown, times] = positional.map((one) => one.value);
    return typeof times === "number" && times <= longest
      ? sequence(Array.from({ length: Math.max(0, times) }, () => value))
      : unknown;
  },
};

export const itertools: readonly (readonly [string, Value])[] = Object.entries(table).map(
  ([name, call]) => [name, native(name, call)] as const,
);
