import { add, mul } from "../../core/dim";
import { keyOf } from "../keys";
import type { CompareOp, Expr } from "../syntax/ast";
import { dimOf, isKind, numberOf, type Scope, unknown, type Value } from "../values";
import { lookUpIn } from "./classes";
import type { Machine } from "./machine";
import { isNoneBesideNumber, mixed } from "./operators";

type Comparison = Extract<Expr, { readonly kind: "comparison" }>;

/** `a < b <= c` holds where each of them does. */
export function comparison(machine: Machine, { first, rest }: Comparison, scope: Scope): Value {
  let left = machine.evaluate(first, scope);
  let result: Value = true;
  for (const { op, to } of rest) {
    const right = machine.evaluate(to, scope);
    result = compared(machine, op, left, right);
    if (rest.length === 1) return result;
    const holds = machine.truth(result);
    if (!holds) return holds === undefined ? unknown : result;
    left = right;
  }
  return result;
}

export function compared(machine: Machine, op: CompareOp, left: Value, right: Value): Value {
  const said = (holds: boolean | undefined, negated: boolean): Value =>
    holds === undefined ? unknown : holds !== negated;
  if (op === "is" || op === "is not") return said(identical(left, right), op === "is not");
  if (op === "in" || op === "not in") return said(isIn(machine, left, right), op === "not in");
  if (isKind(left, "tensor") || isKind(right, "tensor")) return machine.binary(op, left, right);
  if (op === "==" || op === "!=") return said(machine.equal(left, right), op === "!=");
  if (isNoneBesideNumber(left, right)) throw mixed(op, left, right);
  const order = ordered(machine, left, right);
  if (order === undefined) return unknown;
  return op === "<" ? order < 0 : op === ">" ? order > 0 : op === "<=" ? order <= 0 : order >= 0;
}

function identical(left: Value, right: Value): boolean | undefined {
  if (isKind(left, "unknown") || isKind(right, "unknown")) return undefined;
  return left === right;
}

function isIn(machine: Machine, item: Value, of: Value): boolean | undefined {
  if (isKind(item, "unknown")) return undefined;
  if (typeof of === "string") return typeof item === "string" ? of.includes(item) : undefined;
  if (isKind(of, "dict")) return of.entries.has(keyOf(item)) ? true : of.open ? undefined : false;
  if (isKind(of, "set")) return of.items.has(keyOf(item));
  if (isKind(of, "object")) {
    const method = lookUpIn(of.class.order, "__contains__");
    if (method !== undefined) return machine.truth(machine.invoke(method, [of, item]));
    if (of.module && typeof item === "string") return of.module.modules.has(item);
    return undefined;
  }
  const items = machine.items(of);
  if (!items) return undefined;
  const all = items.map((one) => machine.equal(item, one));
  return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
}

/** Below nought where the first comes first; nothing where that is not known. */
function ordered(machine: Machine, left: Value, right: Value): number | undefined {
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : left > right ? 1 : 0;
  if ((isKind(left, "tuple") && isKind(right, "tuple")) || (isKind(left, "list") && isKind(right, "list"))) {
    for (const [i, item] of left.items.entries()) {
      const other = right.items[i];
      if (other === undefined) return 1;
      const same = machine.equal(item, other);
      if (same === undefined) return undefined;
      if (!same) return ordered(machine, item, other);
    }
    return left.items.length - right.items.length;
  }
  const [a, b] = [dimOf(left), dimOf(right)];
  if (a !== undefined && b !== undefined) {
    const difference = add(a, mul(b, -1));
    return typeof difference === "number" ? difference : undefined;
  }
  const [x, y] = [numberOf(left), numberOf(right)];
  return x === undefined || y === undefined ? undefined : x - y;
}
