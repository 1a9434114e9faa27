import { keyOf } from "../keys";
import { noKey, outOf } from "../run/items";
import type { Machine } from "../run/machine";
import { braceFormat, longestText } from "../run/text";
import {
  type Arguments,
  type Dict,
  firstOf,
  isKind,
  type List,
  list,
  native,
  type Set_,
  tuple,
  unknown,
  type Value,
} from "../values";

type Method<T> = (of: T, args: readonly Value[], machine: Machine, given: Arguments) => Value;
type Methods<T> = { readonly [name: string]: Method<T> };

const texts: Methods<string> = {
  capitalize: (of) => of.charAt(0).toUpperCase() + of.slice(1).toLowerCase(),
  endswith: (of, [end]) => (typeof end === "string" ? of.endsWith(end) : unknown),
  format: (of, args, machine, { named }) =>
    braceFormat(machine, of, args, new Map([...named].map(([name, { value }]) => [name, value]))),
  isdigit: (of) => /^\d+$/.test(of),
  join(of, [parts], machine) {
    const all = parts === undefined ? undefined : machine.items(parts);
    if (!all?.every((part) => typeof part === "string")) return unknown;
    const length = all.reduce((sum, part) => sum + part.length + of.length, 0);
    return length > longestText ? unknown : all.join(of);
  },
  lower: (of) => of.toLowerCase(),
  lstrip: (of, args) => (args.length ? unknown : of.trimStart()),
  replace: (of, [old, by]) =>
    typeof old === "string" && typeof by === "string" && of.length * (by.length + 1) <= longestText * 10
      ? of.replaceAll(old, by)
      : unknown,
  rstrip: (of, args) => (args.length ? unknown : of.trimEnd()),
  split(of, [by, most]) {
    if (most !== undefined) return unknown;
    if (by === undefined) return list(of.split(/\s+/).filter(Boolean));
    return typeof by === "string" ? list(of.split(by)) : unknown;
  },
  startswith: (of, [start]) => (typeof start === "string" ? of.startsWith(start) : unknown),
  strip: (of, args) => (args.length ? unknown : of.trim()),
  title: (of) => of.replace(/[a-z]+/gi, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()),
  upper: (of) => of.toUpperCase(),
};

/** The longest list that a program puts together bit by bit. */
export const longestList = 5_000;

/** What a list becomes; of one that is not known, nothing is. */
function put(machine: Machine, of: List, items: readonly Value[] | undefined): null {
  machine.change(of);
  Object.assign(of, items && items.length <= longestList && !of.open ? { items } : { items: [], open: true });
  return null;
}

const lists: Methods<List> = {
  append: (of, [value = unknown], machine) => put(machine, of, [...of.items, value]),
  clear(of, _, machine) {
    machine.change(of);
    Object.assign(of, { items: [], open: false });
    return null;
  },
  copy: (of) => list(of.items, of.open),
  count: () => unknown,
  extend(of, [more = unknown], machine) {
    const items = machine.items(more);
    return put(machine, of, items && [...of.items, ...items]);
  },
  index(of, [value = unknown], machine) {
    if (of.open) return unknown;
    const same = of.items.map((item) => machine.equal(item, value));
    const at = same.indexOf(true);
    return at >= 0 && !same.slice(0, at).includes(undefined) ? at : unknown;
  },
  insert(of, [at, value = unknown], machine) {
    if (typeof at !== "number") return put(machine, of, undefined);
    const index = at < 0 ? Math.max(0, at + of.items.length) : at;
    return put(machine, of, [...of.items.slice(0, index), value, ...of.items.slice(index)]);
  },
  pop(of, [at = -1], machine) {
    if (of.open || typeof at !== "number") {
      put(machine, of, undefined);
      return unknown;
    }
    const index = at < 0 ? at + of.items.length : at;
    const value = of.items[index];
    if (value === undefined) throw outOf(at, of.items.length);
    put(machine, of, of.items.toSpliced(index, 1));
    return value;
  },
  remove: (of, _, machine) => put(machine, of, undefined),
  reverse: (of, _, machine) => put(machine, of, [...of.items].reverse()),
  sort: (of, _, machine) => put(machine, of, undefined),
};

const sequence = (items: readonly Value[]): Value => ({ kind: "sequence", items });

const dicts: Methods<Dict> = {
  copy: (of) => ({ ...of, entries: new Map(of.entries) }),
  get(of, [key = unknown, or = null]) {
    if (isKind(key, "unknown")) return unknown;
    return firstOf(of.entries.get(keyOf(key))?.[1], of.open ? unknown : or)!;
  },
  items: (of) => (of.open ? unknown : sequence([...of.entries.values()].map((entry) => tuple(entry)))),
  keys: (of) => (of.open ? unknown : sequence([...of.entries.values()].map(([key]) => key))),
  pop(of, [key = unknown, or], machine) {
    if (isKind(key, "unknown")) {
      of.open = true;
      return unknown;
    }
    const found = of.entries.get(keyOf(key));
    machine.remove(of.entries, keyOf(key));
    if (!found && !of.open && or === undefined) throw noKey(machine, key);
    return firstOf(found?.[1], of.open ? unknown : or)!;
  },
  setdefault(of, [key = unknown, or = null], machine) {
    if (isKind(key, "unknown") || of.open) return unknown;
    const found = of.entries.get(keyOf(key));
    if (!found) machine.set(of.entries, keyOf(key), [key, or] as const);
    return found ? found[1] : or;
  },
  update(of, [more], machine, { named, open }) {
    if (more !== undefined && isKind(more, "dict"))
      for (const [key, entry] of more.entries) machine.set(of.entries, key, entry);
    if (open || (more !== undefined && (!isKind(more, "dict") || more.open))) of.open = true;
    for (const [name, { value }] of named) machine.set(of.entries, keyOf(name), [name, value] as const);
    return null;
  },
  values: (of) => (of.open ? unknown : sequence([...of.entries.values()].map(([, value]) => value))),
};

const sets: Methods<Set_> = {
  add(of, [value = unknown], machine) {
    machine.set(of.items, keyOf(value), value);
    return null;
  },
  issubset(of, [other = unknown], machine) {
    const items = machine.items(other)?.map((one) => keyOf(one));
    return items ? [...of.items.keys()].every((key) => items.includes(key)) : unknown;
  },
  update(of, [more = unknown], machine) {
    for (const value of machine.items(more) ?? []) machine.set(of.items, keyOf(value), value);
    return null;
  },
};

const tuples: Methods<Extract<Value, { kind: "tuple" }>> = {
  index: (of, args, machine, given) => lists["index"]!(list(of.items), args, machine, given),
};

/** A method of a value of Python's own, ready to be called. */
export function methodOf(machine: Machine, of: Value, name: string): Value | undefined {
  const bind = <T extends Value>(methods: Methods<T>, self: T): Value | undefined => {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method) return undefined;
    return native(name, (given) =>
      given.open
        ? unknown
        : method(
            self,
            given.positional.map(({ value }) => value),
            machine,
            given,
          ),
    );
  };
  if (typeof of === "string") return bind(texts, of);
  if (isKind(of, "list")) return bind(lists, of);
  if (isKind(of, "dict")) return bind(dicts, of);
  if (isKind(of, "set")) return bind(sets, of);
  return isKind(of, "tuple") ? bind(tuples, of) : undefined;
}
