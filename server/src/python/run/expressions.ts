import { mul } from "../../core/dim";
import { keyOf } from "../keys";
import type { Expr } from "../syntax/ast";
import { dimOf, ellipsis, float, isKind, list, type Scope, tuple, unknown, type Value, whole } from "../values";
import { eitherValue } from "./branches";
import { called } from "./calls";
import { comparison } from "./compare";
import { comprehension } from "./comprehension";
import { functionOf } from "./functions";
import type { Machine } from "./machine";
import { longestText } from "./text";

/** The value of an expression; of what is broken or not understood it is unknown. */
export function evaluate(machine: Machine, expr: Expr, scope: Scope): Value {
  machine.step();
  switch (expr.kind) {
    case "number":
      return expr.float ? float(expr.value) : expr.value;
    case "string":
    case "constant":
      return expr.value;
    case "formatted":
      return formatted(machine, expr.parts, scope);
    case "ellipsis":
      return ellipsis;
    case "name":
      machine.mark(expr);
      return machine.name(expr.id, scope);
    case "attribute": {
      const of = machine.evaluate(expr.of, scope);
      machine.mark(expr);
      return machine.attribute(of, expr.name);
    }
    case "subscript": {
      const of = machine.evaluate(expr.of, scope);
      const index = machine.evaluate(expr.index, scope);
      machine.mark(expr);
      return counted(machine, machine.item(of, index));
    }
    case "slice": {
      const at = (part: Expr | undefined): Value => (part ? machine.evaluate(part, scope) : null);
      return { kind: "slice", start: at(expr.start), stop: at(expr.stop), step: at(expr.step) };
    }
    case "call":
      return counted(machine, called(machine, expr, scope));
    case "binary": {
      const left = machine.evaluate(expr.left, scope);
      const right = machine.evaluate(expr.right, scope);
      machine.mark(expr);
      return counted(machine, machine.binary(expr.op, left, right));
    }
    case "logic":
      return logic(machine, expr, scope);
    case "comparison":
      return comparison(machine, expr, scope);
    case "unary":
      return unary(machine, expr.op, machine.evaluate(expr.of, scope));
    case "conditional": {
      const holds = machine.truth(machine.evaluate(expr.test, scope));
      if (holds !== undefined) return machine.evaluate(holds ? expr.body : expr.otherwise, scope);
      return eitherValue(machine, [
        () => machine.evaluate(expr.body, scope),
        () => machine.evaluate(expr.otherwise, scope),
      ]);
    }
    case "lambda":
      return functionOf(machine, { ...expr, name: "<lambda>", generator: false, coroutine: false }, scope);
    case "tuple": {
      const items = itemsOf(machine, expr.items, scope);
      return items ? tuple(items) : unknown;
    }
    case "list": {
      const items = itemsOf(machine, expr.items, scope);
      return list(items ?? [], !items);
    }
    case "set": {
      const items = itemsOf(machine, expr.items, scope);
      return items ? { kind: "set", items: new Map(items.map((item) => [keyOf(item), item])) } : unknown;
    }
    case "dict":
      return counted(machine, dict(machine, expr.entries, scope));
    case "comprehension":
      return comprehension(machine, expr, scope);
    case "starred":
      return machine.evaluate(expr.of, scope);
    case "walrus": {
      const value = machine.evaluate(expr.value, scope);
      machine.assign(expr.target, value, scope);
      return value;
    }
    case "yield":
      return yielded(machine, expr, scope);
    case "awaited":
      machine.evaluate(expr.of, scope);
      return unknown;
    case "error":
      return unknown;
  }
}

/** What is put together of much takes more than one step: as many as it would to go through it. */
function counted(machine: Machine, value: Value): Value {
  const size = sizeOf(value);
  if (size > few) machine.step(size >> 3);
  return value;
}

const few = 64;

function sizeOf(value: Value): number {
  if (typeof value === "string") return value.length >> 3;
  if (typeof value !== "object" || value === null) return 0;
  switch (value.kind) {
    case "list":
    case "tuple":
    case "sequence":
      return value.items.length >> 1;
    case "set":
      return value.items.size;
    case "dict":
      return value.entries.size;
    case "tensor":
      return value.values?.length ?? 0;
  }
  return 0;
}

function formatted(machine: Machine, parts: readonly (string | Expr)[], scope: Scope): Value {
  const texts = parts.map((part) => (typeof part === "string" ? part : machine.text(machine.evaluate(part, scope))));
  if (!texts.every((text) => text !== undefined)) return unknown;
  const whole = texts.join("");
  return whole.length > longestText ? unknown : whole;
}

function logic(machine: Machine, { op, left, right }: Extract<Expr, { kind: "logic" }>, scope: Scope): Value {
  const first = machine.evaluate(left, scope);
  const holds = machine.truth(first);
  if (holds !== undefined) return holds === (op === "and") ? machine.evaluate(right, scope) : first;
  const second = eitherValue(machine, [() => machine.evaluate(right, scope)]);
  const decided = op === "or";
  // Whatever the first is, a second that decides by itself does so.
  return machine.truth(second) === decided && typeof second === "boolean" ? decided : unknown;
}

function unary(machine: Machine, op: "-" | "+" | "~" | "not", value: Value): Value {
  if (op === "not") {
    const holds = machine.truth(value);
    return holds === undefined ? unknown : !holds;
  }
  if (isKind(value, "tensor")) return op === "-" && value.values ? machine.binary("*", value, -1) : value;
  if (isKind(value, "float"))
    return op === "-" && value.value !== undefined ? float(-value.value) : op === "~" ? unknown : value;
  const dim = dimOf(value);
  if (dim === undefined) return unknown;
  if (op === "~") return typeof dim === "number" ? ~dim : unknown;
  return op === "-" ? whole(mul(dim, -1)) : whole(dim);
}

function itemsOf(machine: Machine, exprs: readonly Expr[], scope: Scope): readonly Value[] | undefined {
  const items: Value[] = [];
  let open = false;
  for (const expr of exprs) {
    const value = machine.evaluate(expr, scope);
    const more = expr.kind === "starred" ? machine.items(value) : [value];
    if (more) items.push(...more);
    else open = true;
  }
  return open ? undefined : items;
}

function dict(
  machine: Machine,
  entries: readonly { readonly key?: Expr; readonly value: Expr }[],
  scope: Scope,
): Value {
  const made = new Map<ReturnType<typeof keyOf>, readonly [Value, Value]>();
  let open = false;
  for (const { key: written, value: part } of entries) {
    const key = written && machine.evaluate(written, scope);
    const value = machine.evaluate(part, scope);
    if (key !== undefined) {
      if (isKind(key, "unknown")) open = true;
      else made.set(keyOf(key), [key, value]);
    } else if (isKind(value, "dict")) {
      for (const [one, entry] of value.entries) made.set(one, entry);
      open ||= value.open;
    } else open = true;
  }
  return { kind: "dict", entries: made, open };
}

function yielded(machine: Machine, expr: Extract<Expr, { kind: "yield" }>, scope: Scope): Value {
  const value = expr.value ? machine.evaluate(expr.value, scope) : null;
  const { yields } = machine.frames.at(-1)!;
  if (!expr.delegates) yields?.push(value);
  else yields?.push(...(machine.items(value) ?? [{ kind: "starred" } as const]));
  return unknown;
}
