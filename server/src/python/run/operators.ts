import { add, compare, floorDiv, mul, type Poly } from "../../core/dim";
import { say } from "../../core/message";
import { type Fault, refused } from "../fault";
import { typeOf } from "../keys";
import { dimOf, float, isKind, isNumber, list, numberOf, tuple, unknown, type Value, whole } from "../values";
import { lookUpIn } from "./classes";
import { isInert, isPlain } from "./inert";
import type { Machine } from "./machine";
import { longestText, percentFormat } from "./text";

/** The longest list or text that is worked out. */
const longest = 20_000;

/** What a class calls the method for a sign, between its underlines. */
export const methods: { readonly [op: string]: string } = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "truediv",
  "//": "floordiv",
  "%": "mod",
  "@": "matmul",
  "**": "pow",
  "|": "or",
  "&": "and",
  "<<": "lshift",
  ">>": "rshift",
  "^": "xor",
};

export function binary(machine: Machine, op: string, left: Value, right: Value): Value {
  if (op !== "|" && isRefused(op, left, right)) throw mixed(op, left, right);
  if (isKind(left, "tensor") || isKind(right, "tensor")) return machine.tensorBinary(op, left, right);
  if (isKind(left, "object") || isKind(right, "object")) return ofObjects(machine, op, left, right);
  if (typeof left === "string") return ofTexts(machine, op, left, right);
  if (isItems(left) || isItems(right)) return ofItems(op, left, right);
  if (isKind(left, "set") && isKind(right, "set")) return ofSets(op, left.items, right.items);
  if (isKind(left, "dict") && isKind(right, "dict") && op === "|")
    return { kind: "dict", entries: new Map([...left.entries, ...right.entries]), open: left.open || right.open };
  return ofNumbers(op, left, right);
}

/** One of them has no such operator, and the other none that would do. */
function isRefused(op: string, left: Value, right: Value): boolean {
  const [own, reflected] = [`__${methods[op]}__`, `__r${methods[op]}__`];
  const [a, b] = [isInert(left, own), isInert(right, reflected)];
  const formats = op === "%" && typeof left === "string";
  return (a && (b || isPlain(right))) || (b && isPlain(left) && !formats);
}

function ofObjects(machine: Machine, op: string, left: Value, right: Value): Value {
  const name = methods[op];
  if (isKind(left, "object")) {
    const method = lookUpIn(left.class.order, `__${name}__`);
    if (method !== undefined) return machine.invoke(method, [left, right]);
  }
  if (isKind(right, "object")) {
    const method = lookUpIn(right.class.order, `__r${name}__`);
    if (method !== undefined) return machine.invoke(method, [right, left]);
  }
  return unknown;
}

function ofTexts(machine: Machine, op: string, left: string, right: Value): Value {
  if (op === "+" && typeof right === "string") return left.length + right.length > longestText ? unknown : left + right;
  if (op === "*" && typeof right === "number")
    return left.length * right > longestText ? unknown : left.repeat(Math.max(0, right));
  if (op === "%") return percentFormat(machine, left, right);
  if (op !== "+" && op !== "*" && isOwn(right)) throw mixed(op, left, right);
  if (op === "+" && isOwn(right) && typeof right !== "string") throw mixed(op, left, right);
  return unknown;
}

/** A value of Python's own, of a type that is known. */
const isOwn = (value: Value): boolean =>
  value === null || typeof value !== "object" || /^(float|list|tuple|dict)$/.test(value.kind);

type Items = Extract<Value, { readonly kind: "list" | "tuple" }>;
const isItems = (value: Value): value is Items => isKind(value, "list") || isKind(value, "tuple");
const isOpen = (value: Items): boolean => value.kind === "list" && value.open;
const like = (one: Items, items: readonly Value[]): Value => (one.kind === "tuple" ? tuple(items) : list(items));

/** One that is too long to be worked out. */
const longer = (one: Items): Value => (one.kind === "tuple" ? unknown : list([], true));

function ofItems(op: string, left: Value, right: Value): Value {
  if (op === "+" && isItems(left) && isItems(right))
    return isOpen(left) || isOpen(right) || left.items.length + right.items.length > longest
      ? longer(left)
      : like(left, [...left.items, ...right.items]);
  const [items, times] = isItems(left) ? [left, right] : [right as Items, left];
  if (op === "*" && (typeof times === "number" || typeof times === "boolean") && !isOpen(items)) {
    const count = Math.max(0, Number(times));
    if (items.items.length * count > longest) return unknown;
    return like(items, Array.from({ length: count }, () => items.items).flat());
  }
  if (op !== "*" && !isOpen(items) && isNumber(times)) throw mixed(op, left, right);
  return unknown;
}

export const isNoneBesideNumber = (left: Value, right: Value): boolean =>
  (left === null && isNumber(right)) || (right === null && isNumber(left));

export const mixed = (op: string, left: Value, right: Value): Fault =>
  refused("TypeError", say`${typeOf(left)} ${op} ${typeOf(right)} cannot be computed`);

function ofSets(op: string, left: ReadonlyMap<any, Value>, right: ReadonlyMap<any, Value>): Value {
  const kept = [...left].filter(([key]) => op === "|" || (op === "&") === right.has(key));
  return { kind: "set", items: new Map(op === "|" ? [...kept, ...right] : kept) };
}

function ofNumbers(op: string, left: Value, right: Value): Value {
  const [a, b] = [dimOf(left), dimOf(right)];
  if (a !== undefined && b !== undefined && op !== "/") {
    if (typeof left === "boolean" && typeof right === "boolean") {
      if (op === "&") return left && right;
      if (op === "|") return left || right;
    }
    if (typeof a === "number" && typeof b === "number") return ofWhole(op, a, b);
    if (op === "+") return whole(add(a, b));
    if (op === "-") return whole(add(a, mul(b, -1)));
    if (op === "*") return whole(mul(a, b));
    if (op === "//" && typeof b === "number" && b > 0) return whole(floorDiv(a, b));
    return unknown;
  }
  if (!isNumber(left) || !isNumber(right)) {
    if (isNoneBesideNumber(left, right)) throw mixed(op, left, right);
    return unknown;
  }
  const [x, y] = [numberOf(left), numberOf(right)];
  if (op === "/" && isKind(left, "size") && y !== undefined) return shareOf(left.dim, y);
  return x === undefined || y === undefined ? float(undefined) : ofFloats(op, x, y);
}

/** A size that hangs on the number of images, divided by a number that goes into it for each. */
function shareOf(size: Poly, by: number): Value {
  const share = Number.isInteger(by) && by > 0 ? floorDiv(size, by) : Number.NaN;
  const isWhole = typeof share === "object" && compare(mul(share, by), size) === "yes";
  return isWhole ? { kind: "float", dim: share } : float(undefined);
}

function ofWhole(op: string, a: number, b: number): Value {
  switch (op) {
    case "+":
      return whole(a + b);
    case "-":
      return whole(a - b);
    case "*":
      return whole(a * b);
    case "//":
      return b === 0 ? divided() : whole(Math.floor(a / b));
    case "%":
      return b === 0 ? divided() : whole(a - Math.floor(a / b) * b);
    case "**":
      return b < 0 ? float(a ** b) : whole(a ** b);
    case "<<":
      return whole(a * 2 ** b);
    case ">>":
      return whole(Math.floor(a / 2 ** b));
    case "&":
      return whole(a & b);
    case "|":
      return whole(a | b);
    case "^":
      return whole(a ^ b);
  }
  return unknown;
}

function ofFloats(op: string, a: number, b: number): Value {
  switch (op) {
    case "+":
      return float(a + b);
    case "-":
      return float(a - b);
    case "*":
      return float(a * b);
    case "/":
      return b === 0 ? divided() : float(a / b);
    case "//":
      return b === 0 ? divided() : float(Math.floor(a / b));
    case "%":
      return b === 0 ? divided() : float(a - Math.floor(a / b) * b);
    case "**":
      return float(a ** b);
  }
  return unknown;
}

function divided(): never {
  throw refused("ZeroDivisionError", say`this divides by 0`);
}
