import { say } from "../../core/message";
import { refused } from "../fault";
import { keyOf, typeOf } from "../keys";
import { classOf } from "../run/classes";
import {
  type Arguments,
  type Class,
  type Decorated,
  dimOf,
  float,
  isKind,
  list,
  numberOf,
  type Run,
  tuple,
  unknown,
  type Value,
  whole,
} from "../values";

type Make = (value: Value | undefined, run: Run, given: Arguments) => Value;

/** Whole numbers are cut, not rounded. */
const int: Make = (value = 0) => {
  const dim = dimOf(value);
  if (dim !== undefined) return whole(dim);
  if (isKind(value, "float") && value.dim) return whole(value.dim);
  const number = numberOf(value);
  if (number !== undefined) return whole(Math.trunc(number));
  if (typeof value !== "string") return unknown;
  if (!/^\s*[-+]?\d+\s*$/.test(value)) throw refused("ValueError", say`int cannot read a whole number in "${value}"`);
  return Number(value);
};

const toFloat: Make = (value = 0) => {
  if (typeof value === "string") return Number.isNaN(Number(value)) ? float(undefined) : float(Number(value));
  return float(numberOf(value));
};

const items = (make: (items: readonly Value[] | undefined) => Value): Make => {
  return (value, run) => make(value === undefined ? [] : run.items(value));
};

const dict: Make = (value, run, { named, open }) => {
  const entries = new Map<ReturnType<typeof keyOf>, readonly [Value, Value]>();
  let isOpen = open;
  if (value !== undefined && isKind(value, "dict")) {
    for (const [key, entry] of value.entries) entries.set(key, entry);
    isOpen ||= value.open;
  } else if (value !== undefined) {
    const pairs = run.items(value)?.map((pair) => run.items(pair));
    for (const pair of pairs ?? []) {
      if (pair?.length === 2) entries.set(keyOf(pair[0]!), [pair[0]!, pair[1]!]);
      else isOpen = true;
    }
    isOpen ||= !pairs;
  }
  for (const [name, given] of named) entries.set(keyOf(name), [name, given.value]);
  return { kind: "dict", entries, open: isOpen };
};

const decorator = (as: Decorated["as"]): Make => {
  return (value) => (value === undefined ? unknown : { kind: "decorated", as, of: value });
};

const makers: { readonly [name: string]: Make } = {
  bool: (value = false, run) => run.truth(value) ?? unknown,
  classmethod: decorator("class-method"),
  dict,
  float: toFloat,
  frozenset: items((all) => (all ? { kind: "set", items: new Map(all.map((one) => [keyOf(one), one])) } : unknown)),
  int,
  list: items((all) => list(all ?? [], !all)),
  object: () => unknown,
  property: decorator("property"),
  set: items((all) => (all ? { kind: "set", items: new Map(all.map((one) => [keyOf(one), one])) } : unknown)),
  slice: (_, __, { positional }) => {
    const [a = null, b = null, c = null] = positional.map(({ value }) => value);
    return positional.length === 1
      ? { kind: "slice", start: null, stop: a, step: null }
      : { kind: "slice", start: a, stop: b, step: c };
  },
  staticmethod: decorator("static"),
  str: (value = "", run) => run.text(value) ?? unknown,
  tuple: items((all) => (all ? tuple(all) : unknown)),
  type: (value = unknown) => {
    if (isKind(value, "object")) return value.class;
    if (isKind(value, "tensor")) return value.parameter || value.double ? unknown : tensorClass;
    return types.get(typeOf(value)) ?? unknown;
  },
};

/** How one is made is said where others are. */
export const tensorClass = classOf("Tensor", []);

const made = (name: string, make: Make): Class =>
  classOf(name, [], { make: (given, run) => (given.open ? unknown : make(given.positional[0]?.value, run, given)) });

/** Types of Python's own, which make values of their kind and are asked for by `isinstance`. */
export const types: ReadonlyMap<string, Class> = new Map([
  ...Object.entries(makers).map(([name, make]): [string, Class] => [name, made(name, make)]),
  // A class of the file may stand below it, and is then made as any other.
  ["object", classOf("object", [])],
]);
