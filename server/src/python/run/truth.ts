import { compare, isKnown, type Shape } from "../../core/dim";
import { say } from "../../core/message";
import { dimOf, isKind, isNumber, numberOf, type Value } from "../values";
import { lookUpIn } from "./classes";
import type { Machine } from "./machine";

/** What a condition makes of a value; nothing where that is not known. */
export function truth(machine: Machine, value: Value): boolean | undefined {
  if (value === null) return false;
  if (typeof value !== "object") return Boolean(value);
  switch (value.kind) {
    case "float":
      return value.value === undefined ? undefined : value.value !== 0;
    case "list":
      return value.items.length > 0 ? true : value.open ? undefined : false;
    case "tuple":
      return value.items.length > 0;
    case "dict":
      return value.entries.size > 0 ? true : value.open ? undefined : false;
    case "set":
      return value.items.size > 0;
    case "range":
      return rangeLength(value) > 0;
    case "object": {
      for (const name of ["__bool__", "__len__"]) {
        const method = lookUpIn(value.class.order, name);
        if (method !== undefined) return truth(machine, machine.invoke(method, [value]));
      }
      return value.open ? undefined : true;
    }
    case "tensor":
      if (valuesIn(value.shape) > 1)
        machine.raise(
          "RuntimeError",
          say`a condition is true or false, and this tensor has ${valuesIn(value.shape)} values`,
        );
      return value.values?.length === 1 ? value.values[0] !== 0 : undefined;
    // As many images as there are, there is one.
    case "size":
    case "unknown":
    case "starred":
      return undefined;
  }
  return true;
}

const valuesIn = (shape: Shape | undefined): number =>
  shape?.every((size) => typeof size === "number" && isKnown(size))
    ? shape.reduce<number>((all, size) => all * Number(size), 1)
    : 1;

export const rangeLength = ({
  start,
  stop,
  step,
}: {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}): number => Math.max(0, Math.ceil((stop - start) / step));

/** Lists may lie in one another in more ways than anybody could compare. */
const mostItems = 5_000;

export function equal(a: Value, b: Value, budget = { items: mostItems }): boolean | undefined {
  if (a === b) return isKind(a, "unknown") || isKind(a, "tensor") ? undefined : true;
  if (a === null || b === null) return isOpen(a) || isOpen(b) ? undefined : false;
  const left = dimOf(a);
  const right = dimOf(b);
  if (left !== undefined && right !== undefined) {
    const same = compare(left, right);
    return same === "maybe" ? undefined : same === "yes";
  }
  if (isNumber(a) && isNumber(b)) {
    const [x, y] = [numberOf(a), numberOf(b)];
    return x === undefined || y === undefined ? undefined : x === y;
  }
  if ((isKind(a, "tuple") && isKind(b, "tuple")) || (isKind(a, "list") && isKind(b, "list")))
    return equalItems(a, b, budget);
  if (isVague(a) || isVague(b)) return undefined;
  return false;
}

function equalItems(a: Items, b: Items, budget: { items: number }): boolean | undefined {
  if (a.open || b.open) return undefined;
  if (a.items.length !== b.items.length) return false;
  budget.items -= a.items.length;
  if (budget.items < 0) return undefined;
  const all = a.items.map((item, i) => equal(item, b.items[i]!, budget));
  return all.includes(false) ? false : all.includes(undefined) ? undefined : true;
}

interface Items {
  readonly items: readonly Value[];
  readonly open?: boolean;
}

const isOpen = (value: Value): boolean => isKind(value, "unknown");

/** May be equal to something else than itself. */
const isVague = (value: Value): boolean =>
  isOpen(value) ||
  ["tensor", "dict", "set", "sequence", "range", "size", "list"].some((kind) => isKind(value, kind as "tensor")) ||
  (isKind(value, "object") && !value.module);
