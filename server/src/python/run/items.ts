import { plural, say } from "../../core/message";
import { Fault, refused } from "../fault";
import { keyOf, typeOf } from "../keys";
import { forget } from "../numbers/index";
import { isKind, list, type Slice, tuple, unknown, type Value, whole } from "../values";
import { lookUpIn } from "./classes";
import { isInert } from "./inert";
import type { Machine } from "./machine";
import { rangeLength } from "./truth";

/** `of[index]`. */
export function item(machine: Machine, of: Value, index: Value): Value {
  if (of === null) throw new Fault("TypeError", machine.nothing(say`None has no items`));
  if (typeof of === "string") return pick([...of], index, (items) => items.join(""));
  if (typeof of !== "object") return unknown;
  switch (of.kind) {
    case "tensor":
      return machine.tensorItem(of, index);
    case "list":
      return of.open ? unknown : pick(of.items, index, (items) => list(items));
    case "tuple":
      return pick(of.items, index, tuple);
    case "range": {
      const { start, step } = of;
      const length = rangeLength(of);
      if (typeof index === "number") {
        const at = index < 0 ? index + length : index;
        if (at < 0 || at >= length) throw outOf(index, length);
        return whole(start + at * step);
      }
      // Of one that is too long to be written out, no part is known.
      if (length > mostItems) return unknown;
      const items = Array.from({ length }, (_, i) => start + i * step);
      return pick(items, index, (some) => list(some));
    }
    case "dict":
      return ofDict(machine, of, index);
    case "function":
    case "bound":
      throw withoutItems(of);
    case "object": {
      if (isInert(of, "__getitem__", "__class_getitem__")) throw withoutItems(of);
      const method = lookUpIn(of.class.order, "__getitem__");
      return method === undefined ? unknown : machine.invoke(method, [of, index]);
    }
    case "namespace":
      return typeof index === "string" ? machine.attribute(of, index) : unknown;
    // `List[int]` is still a class.
    case "class":
      return of;
  }
  return unknown;
}

const mostItems = 20_000;

function pick(items: readonly Value[], index: Value, some: (items: readonly Value[]) => Value): Value {
  if (isKind(index, "slice")) {
    const taken = sliced(items, index);
    return taken ? some(taken) : unknown;
  }
  if (isKind(index, "float")) throw refused("TypeError", say`an index is a whole number, and this is a float`);
  if (isKind(index, "tuple") && items.some((one) => isKind(one, "tensor")))
    throw refused("TypeError", say`${items.length} values stand here, and not one tensor: take one of them first`);
  if (typeof index !== "number" && typeof index !== "boolean") return unknown;
  const at = Number(index);
  const found = items[at < 0 ? at + items.length : at];
  if (found === undefined) throw outOf(at, items.length);
  return found;
}

function sliced(items: readonly Value[], slice: Slice): readonly Value[] | undefined {
  const span = spanOf(slice, items.length);
  if (!span) return undefined;
  const taken: Value[] = [];
  for (let i = span.start; span.step > 0 ? i < span.stop : i > span.stop; i += span.step) taken.push(items[i]!);
  return taken;
}

/** From where to where a slice goes; nothing where that is not known. */
export function spanOf(
  { start, stop, step }: Slice,
  length: number,
): { readonly start: number; readonly stop: number; readonly step: number } | undefined {
  const by = step === null ? 1 : step;
  if (typeof by !== "number" || by === 0) return undefined;
  const forward = by > 0;
  const end = (value: Value, otherwise: number): number | undefined => {
    if (value === null) return otherwise;
    if (typeof value !== "number") return undefined;
    const at = value < 0 ? value + length : value;
    return forward ? Math.max(0, Math.min(length, at)) : Math.max(-1, Math.min(length - 1, at));
  };
  const first = end(start, forward ? 0 : length - 1);
  const last = end(stop, forward ? length : -1);
  return first === undefined || last === undefined ? undefined : { start: first, stop: last, step: by };
}

function ofDict(machine: Machine, of: Extract<Value, { kind: "dict" }>, index: Value): Value {
  if (isKind(index, "unknown")) return unknown;
  const key = keyOf(index);
  const found = of.entries.get(key);
  if (found) return found[1];
  if (of.missing !== undefined) {
    const made = machine.invoke(of.missing, []);
    machine.set(of.entries, key, [index, made] as const);
    return made;
  }
  if (of.open) return unknown;
  throw noKey(machine, index);
}

export const outOf = (index: number, length: number): Fault =>
  refused(
    "IndexError",
    plural(length, say`index ${index} is outside of 1 item`, say`index ${index} is outside of ${length} items`),
  );

export const noKey = (machine: Machine, key: Value): Fault =>
  refused("KeyError", say`the dict has no key ${machine.text(key) ?? typeOf(key)}`);

/** `of[index] = value`. */
export function setItem(machine: Machine, of: Value, index: Value, value: Value): void {
  if (isKind(of, "dict")) {
    if (isKind(index, "unknown")) of.open = true;
    else machine.set(of.entries, keyOf(index), [index, value] as const);
  } else if (isKind(of, "list")) setInList(machine, of, index, value);
  else if (isKind(of, "tensor")) forget(of);
  else if (isKind(of, "object")) {
    const method = lookUpIn(of.class.order, "__setitem__");
    if (method !== undefined) machine.invoke(method, [of, index, value]);
  }
}

function setInList(machine: Machine, of: Extract<Value, { kind: "list" }>, index: Value, value: Value): void {
  machine.change(of);
  const { length } = of.items;
  if (typeof index === "number" && !of.open) {
    const at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) throw outOf(index, length);
    of.items = of.items.with(at, value);
    return;
  }
  const span = isKind(index, "slice") && !of.open ? spanOf(index, length) : undefined;
  const items = span?.step === 1 ? machine.items(value) : undefined;
  if (span && items)
    of.items = [...of.items.slice(0, span.start), ...items, ...of.items.slice(Math.max(span.start, span.stop))];
  else Object.assign(of, { items: [], open: true });
}

/** All that a loop goes through; nothing where that is not known. */
export function itemsOf(machine: Machine, value: Value): readonly Value[] | undefined {
  if (typeof value === "string") return [...value];
  if (value === null) throw new Fault("TypeError", machine.nothing(say`None has no items to go through`));
  if (typeof value !== "object") throw withoutItems(value);
  switch (value.kind) {
    case "list":
      return value.open ? undefined : value.items;
    case "tuple":
      return value.items;
    case "sequence": {
      const { items } = value;
      value.items = [];
      return items;
    }
    case "range": {
      const length = rangeLength(value);
      return length > mostItems ? undefined : Array.from({ length }, (_, i) => value.start + i * value.step);
    }
    case "dict":
      return value.open ? undefined : [...value.entries.values()].map(([key]) => key);
    case "set":
      return [...value.items.values()];
    case "object": {
      if (isInert(value, "__iter__", "__getitem__")) throw withoutItems(value);
      const method = lookUpIn(value.class.order, "__iter__");
      const made = method === undefined ? unknown : machine.invoke(method, [value]);
      return made === value ? undefined : isKind(made, "unknown") ? undefined : itemsOf(machine, made);
    }
    case "tensor":
      return ofTensor(machine, value);
  }
  if (isInert(value)) throw withoutItems(value);
  return undefined;
}

const withoutItems = (value: Value): Fault =>
  refused("TypeError", say`this is of type ${typeOf(value)}, which has no items to go through`);

/** No program goes through more images one by one than this. */
const mostRows = 64;

function ofTensor(machine: Machine, value: Extract<Value, { kind: "tensor" }>): readonly Value[] | undefined {
  const rows = value.shape?.[0];
  if (typeof rows !== "number" || Number.isNaN(rows) || rows > mostRows) return undefined;
  return Array.from({ length: rows }, (_, i) => machine.tensorItem(value, i));
}
