import { Fault } from "../fault";
import type { Expr, Stmt } from "../syntax/ast";
import { isKind, type Scope, unknown, type Value } from "../values";
import type { Flow, Machine } from "./machine";

/** Names of what an error may well be meant to end in. */
const swallows = /raise|suppress|ignor|expect|catch|safe|fail|subtest/i;

export function withStatement(machine: Machine, one: Extract<Stmt, { kind: "with" }>, scope: Scope): Flow {
  let mayPass = false;
  for (const { value, target } of one.items) {
    const entered = enter(machine, machine.evaluate(value, scope));
    mayPass ||= swallows.test(nameOf(value));
    if (target) machine.assign(target, entered, scope);
  }
  if (!mayPass) return machine.execute(one.body, scope);
  const { length } = machine.frames;
  const { depth } = machine;
  try {
    return machine.execute(one.body, scope);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    fault.hidden = true;
    machine.frames.length = length;
    machine.depth = depth;
    return "next";
  }
}

function nameOf(expr: Expr): string {
  if (expr.kind === "call") return nameOf(expr.callee);
  return expr.kind === "attribute" ? expr.name : expr.kind === "name" ? expr.id : "";
}

function enter(machine: Machine, value: Value): Value {
  if (!isKind(value, "object") || !value.class.order.some(({ names }) => names.has("__enter__"))) return unknown;
  return machine.invoke(machine.attribute(value, "__enter__"), []);
}
