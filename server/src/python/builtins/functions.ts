import { type Message, say } from "../../core/message";
import { refused } from "../fault";
import { typeOf } from "../keys";
import { deleteAttribute } from "../nn/attributes";
import { argument } from "../run/calls";
import { classOf } from "../run/classes";
import { filledIn } from "../run/text";
import { rangeLength } from "../run/truth";
import {
  type Class,
  firstOf,
  float,
  isKind,
  list,
  type Native,
  native,
  numberOf,
  type Run,
  tuple,
  unknown,
  type Value,
  valueAt,
  whole,
} from "../values";
import { types } from "./types";

const sequence = (items: readonly Value[] | undefined): Value => (items ? { kind: "sequence", items } : unknown);

/** Each item with the number it has. */
function enumerated(items: readonly Value[] | undefined, start: Value | undefined): Value {
  const first = start === undefined ? 0 : start;
  return typeof first === "number" ? sequence(items?.map((item, i) => tuple([first + i, item]))) : unknown;
}

function lengthOf(value: Value, run: Run): Value {
  if (typeof value === "string") return value.length;
  if (isKind(value, "list")) return value.open ? unknown : value.items.length;
  if (isKind(value, "tuple")) return value.items.length;
  if (isKind(value, "dict")) return value.open ? unknown : value.entries.size;
  if (isKind(value, "set")) return value.items.size;
  if (isKind(value, "range")) return rangeLength(value);
  if (isKind(value, "tensor")) return value.shape?.length ? whole(value.shape[0]!) : unknown;
  if (!isKind(value, "object")) return unknown;
  const method = run.attribute(value, "__len__", null);
  return method === null ? unknown : run.call(method, nothingGiven);
}

export const nothingGiven = {
  positional: [],
  named: new Map(),
  open: false,
  span: { from: 0, to: 0 },
  callee: { from: 0, to: 0 },
} as const;

/** The least or the greatest; unknown where the order of any two is. */
const extreme =
  (sign: 1 | -1): Native["call"] =>
  (given, run) => {
    const { positional, named } = given;
    const several = positional.length > 1;
    const items = several ? positional.map(({ value }) => value) : run.items(valueAt(positional, 0));
    if (!items || given.open || named.has("key")) return unknown;
    const standard = named.get("default");
    if (!items.length) return standard ? standard.value : raise("ValueError", say`min and max need at least one value`);
    let best: Value = items[0]!;
    for (const item of items.slice(1)) {
      const [a, b] = [numberOf(item), numberOf(best)];
      if (a === undefined || b === undefined) return unknown;
      if ((a - b) * sign > 0) best = item;
    }
    return numberOf(best) === undefined ? unknown : best;
  };

function raise(type: string, message: Message): never {
  throw refused(type, message);
}

function rounded({ positional }: Parameters<Native["call"]>[0]): Value {
  const value = numberOf(valueAt(positional, 0));
  const digits = positional[1]?.value;
  if (digits === undefined || digits === null) return value === undefined ? unknown : evenly(value);
  if (value === undefined || typeof digits !== "number") return float(undefined);
  return float(evenly(value * 10 ** digits) / 10 ** digits);
}

/** Python rounds a half to the even number beside it. */
function evenly(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function isInstance(value: Value, of: Value, run: Run): boolean | undefined {
  if (isKind(of, "tuple")) {
    const all = of.items.map((one) => isInstance(value, one, run));
    return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
  }
  if (!isKind(of, "class") || isKind(value, "unknown")) return undefined;
  if (isKind(value, "object")) return value.class.order.includes(of) ? true : value.class.open ? undefined : false;
  const name = typeOf(value);
  if (of === types.get(name)) return true;
  if (of.name === "Parameter" || of.name === "Tensor")
    return isKind(value, "tensor") && (of.name === "Tensor" || value.parameter === true);
  const above = broader[of.name];
  if (above) return above.includes(name);
  return of.open ? undefined : false;
}

/** Classes of `typing` and `collections.abc`, with the types that belong to them. */
const broader: { readonly [name: string]: readonly string[] } = {
  Sequence: ["list", "tuple", "str", "range"],
  Iterable: ["list", "tuple", "str", "range", "dict", "set"],
  Mapping: ["dict"],
  int: ["int", "bool"],
  Number: ["int", "float", "bool"],
};

const table: { readonly [name: string]: Native["call"] } = {
  abs({ positional }) {
    const value = valueAt(positional, 0);
    if (typeof value === "number") return Math.abs(value);
    return isKind(value, "float") ? float(value.value === undefined ? undefined : Math.abs(value.value)) : unknown;
  },
  all: (given, run) => every(run, given.positional[0]?.value, false),
  any: (given, run) => every(run, given.positional[0]?.value, true),
  callable({ positional }) {
    const value = valueAt(positional, 0);
    if (isKind(value, "unknown")) return unknown;
    if (isKind(value, "object")) return value.module ? true : unknown;
    return ["function", "native", "bound", "class"].some((kind) => isKind(value, kind as "class"));
  },
  enumerate: (given, run) => enumerated(run.items(valueAt(given.positional, 0)), argument(given, 1, "start")),
  filter({ positional }, run) {
    const items = run.items(valueAt(positional, 1));
    const test = valueAt(positional, 0);
    const kept = items?.map((item) => run.truth(test === null ? item : run.call(test, giving([item]))));
    return kept?.includes(undefined) ? unknown : sequence(items?.filter((_, i) => kept![i]));
  },
  getattr({ positional }, run) {
    const [of, name, or] = positional;
    return of && typeof name?.value === "string" ? run.attribute(of.value, name.value, or?.value) : unknown;
  },
  delattr({ positional }, run) {
    deleteAttribute(valueAt(positional, 0), valueAt(positional, 1), run);
    return null;
  },
  format({ positional }, run) {
    const [value = unknown, spec = ""] = positional.map((one) => one.value);
    const shown = run.text(value);
    return (typeof spec === "string" && shown !== undefined && filledIn(shown, spec && `:${spec}`, value)) || unknown;
  },
  hasattr({ positional }, run) {
    const [of, name] = positional;
    if (!of || typeof name?.value !== "string") return unknown;
    const found = run.attribute(of.value, name.value, { kind: "starred" });
    return isKind(found, "starred") ? false : isKind(found, "unknown") ? unknown : true;
  },
  id: () => unknown,
  isinstance: ({ positional }, run) => isInstance(valueAt(positional, 0), valueAt(positional, 1), run) ?? unknown,
  issubclass({ positional }) {
    const [of, from] = positional;
    if (!of || !from || !isKind(of.value, "class") || !isKind(from.value, "class")) return unknown;
    return of.value.order.includes(from.value) ? true : of.value.open ? unknown : false;
  },
  iter: ({ positional }, run) => sequence(run.items(valueAt(positional, 0))),
  len: ({ positional }, run) => lengthOf(valueAt(positional, 0), run),
  map({ positional }, run) {
    const lists = positional.slice(1).map(({ value }) => run.items(value));
    if (!positional[0] || lists.some((one) => !one)) return unknown;
    const length = Math.min(...lists.map((one) => one!.length));
    const call = positional[0].value;
    return sequence(Array.from({ length }, (_, i) => run.call(call, giving(lists.map((one) => one![i]!)))));
  },
  max: extreme(1),
  min: extreme(-1),
  next({ positional }) {
    const [of, otherwise] = positional;
    if (!of || !isKind(of.value, "sequence")) return unknown;
    const [first, ...rest] = of.value.items;
    of.value.items = rest;
    return firstOf(first, otherwise?.value, unknown)!;
  },
  pow: ({ positional }, run) =>
    positional.length === 2 ? run.binary("**", positional[0]!.value, positional[1]!.value) : unknown,
  print: () => null,
  range({ positional }) {
    const ends = positional.map(({ value }) => value);
    if (ends.some((end) => isKind(end, "float")))
      return raise("TypeError", say`range takes whole numbers, and this is a float`);
    if (!ends.every((end) => typeof end === "number")) return unknown;
    const [start, stop, step] = ends.length === 1 ? [0, ends[0]!, 1] : [ends[0]!, ends[1]!, ends[2] ?? 1];
    return step === 0
      ? raise("ValueError", say`range cannot go on by 0`)
      : { kind: "range", start, stop: stop ?? 0, step };
  },
  repr: ({ positional }, run) => run.text(valueAt(positional, 0)) ?? unknown,
  reversed(given, run) {
    const items = run.items(valueAt(given.positional, 0));
    return sequence(items && [...items].reverse());
  },
  round: rounded,
  setattr({ positional }, run) {
    const [of, name, value] = positional;
    if (name && isKind(name.value, "object") && name.value.module)
      return raise("TypeError", say`setattr takes the name of an attribute before its value`);
    if (of && value && typeof name?.value === "string") run.setAttribute(of.value, name.value, value.value);
    else if (of && isKind(of.value, "object")) of.value.open = true;
    return null;
  },
  sorted({ positional, named }, run) {
    const items = run.items(valueAt(positional, 0));
    if (!items || named.has("key")) return unknown;
    const back = named.has("reverse") ? run.truth(named.get("reverse")!.value) : false;
    const numbers = items.every((item) => numberOf(item) !== undefined);
    const texts = items.every((item) => typeof item === "string");
    if (back === undefined || (!numbers && !texts)) return list([], true);
    const order = [...items].sort((a, b) =>
      numbers ? numberOf(a)! - numberOf(b)! : (a as string) < (b as string) ? -1 : a === b ? 0 : 1,
    );
    return list(back ? order.reverse() : order);
  },
  sum(given, run) {
    const items = run.items(valueAt(given.positional, 0));
    const start = firstOf(argument(given, 1, "start"), 0)!;
    return items ? items.reduce((sum: Value, item) => run.binary("+", sum, item), start) : unknown;
  },
  vars: () => ({ kind: "dict", entries: new Map(), open: true }),
  zip({ positional }, run) {
    const lists = positional.map(({ value }) => run.items(value));
    if (lists.some((one) => !one)) return unknown;
    const length = Math.min(...lists.map((one) => one!.length));
    return sequence(Array.from({ length }, (_, i) => tuple(lists.map((one) => one![i]!))));
  },
};

export const giving = (values: readonly Value[]) => ({
  ...nothingGiven,
  positional: values.map((value) => ({ value, span: nothingGiven.span })),
});

/** Whether one decides by itself. */
function every(run: Run, value: Value | undefined, decides: boolean): Value {
  const all = run.items(value ?? unknown)?.map((item) => run.truth(item));
  if (!all) return unknown;
  return all.includes(decides) ? decides : all.includes(undefined) ? unknown : !decides;
}

const exceptions =
  "Exception BaseException ValueError TypeError KeyError IndexError RuntimeError NotImplementedError AttributeError ImportError ModuleNotFoundError AssertionError StopIteration OSError FileNotFoundError KeyboardInterrupt Warning UserWarning DeprecationWarning";

/** What every program knows by name. */
export const builtins: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...Object.entries(table).map(([name, call]): [string, Value] => [name, native(name, call)]),
  ...[...types].map(([name, cls]): [string, Value] => [name, cls]),
  ...exceptions.split(" ").map((name): [string, Class] => [name, classOf(name, [])]),
  ["NotImplemented", unknown],
]);
