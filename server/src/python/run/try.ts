import { Fault } from "../fault";
import type { Expr, Try } from "../syntax/ast";
import { type Scope, unknown, type Value } from "../values";
import { type Flow, isReturned, type Machine } from "./machine";

/** What the program catches is no mistake of it. */
export function tryStatement(machine: Machine, one: Try, scope: Scope): Flow {
  const flow = guarded(machine, one, scope);
  const end = machine.execute(one.ending, scope);
  return end === "next" ? flow : end;
}

function guarded(machine: Machine, one: Try, scope: Scope): Flow {
  const { length } = machine.frames;
  const { depth } = machine;
  try {
    const flow = machine.execute(one.body, scope);
    return flow === "next" ? machine.execute(one.otherwise, scope) : flow;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    machine.frames.length = length;
    machine.depth = depth;
    const handler = one.handlers.find(({ type }) => !type || catches(type, fault.type));
    if (handler) {
      if (handler.name) machine.setName(handler.name, (fault.value as Value | undefined) ?? unknown, scope);
      return machine.execute(handler.body, scope);
    }
    const end = machine.execute(one.ending, scope);
    if (isReturned(end)) return end;
    throw fault;
  }
}

/** What a class of exceptions is one of. */
const above: { readonly [type: string]: string } = {
  ModuleNotFoundError: "ImportError",
  KeyError: "LookupError",
  IndexError: "LookupError",
  NotImplementedError: "RuntimeError",
  UnboundLocalError: "NameError",
  ZeroDivisionError: "ArithmeticError",
};

function catches(type: Expr, raised: string): boolean {
  if (type.kind === "tuple") return type.items.some((one) => catches(one, raised));
  const name = type.kind === "name" ? type.id : type.kind === "attribute" ? type.name : "Exception";
  return name === raised || name === above[raised] || name === "Exception" || name === "BaseException";
}
