import { say } from "../../core/message";
import type { Span } from "../../core/span";
import { Fault, refused } from "../fault";
import { typeOf } from "../keys";
import { isNowhere } from "../library/index";
import { moduleClass } from "../nn/module-class";
import type { Arg, Call, Expr } from "../syntax/ast";
import {
  type Arguments,
  type Bound,
  firstOf,
  type Given,
  isKind,
  type Obj,
  type Scope,
  unknown,
  type Value,
} from "../values";
import { instantiate } from "./classes";
import { callFunction } from "./functions";
import type { Machine } from "./machine";

/** The value of a call as written. */
export function called(machine: Machine, expr: Call, scope: Scope): Value {
  if (expr.callee.kind === "name" && expr.callee.id === "super") return superOf(machine, expr, scope);
  const callee = machine.evaluate(expr.callee, scope);
  const given = argumentsOf(machine, expr, callee, scope);
  machine.mark(expr);
  return machine.call(callee, given);
}

function argumentsOf(machine: Machine, { args, callee, from, to }: Call, called: Value, scope: Scope): Arguments {
  const positional: Given[] = [];
  const named = new Map<string, Given>();
  let open = false;
  for (const arg of args) {
    const { askedTraining } = machine;
    const value = machine.evaluate(arg.value, scope);
    if (isOfDropout(arg.value, called)) machine.askedTraining = askedTraining;
    const span = placeOf(arg.value, machine);
    if (arg.star === 1) {
      const items = machine.items(value);
      if (items) positional.push(...items.map((item) => ({ value: item, span })));
      else {
        positional.push({ value: { kind: "starred" }, span });
        open = true;
      }
    } else if (arg.star === 2) {
      if (isKind(value, "dict"))
        for (const [key, entry] of value.entries.values())
          if (typeof key === "string") named.set(key, { value: entry, span });
      open ||= !isKind(value, "dict") || value.open;
    } else if (arg.name === undefined) positional.push({ value, span });
    else named.set(arg.name, { value, span, ...nameSpan(arg) });
  }
  const inner = isNowhere({ from, to }) && { inner: { from, to } };
  return { positional, named, open, span: placeOf({ from, to }, machine), callee: placeOf(callee, machine), ...inner };
}

/** Whether a module learns makes nothing of what a dropout gives another. */
const isOfDropout = (value: Expr, callee: Value): boolean =>
  value.kind === "attribute" &&
  value.name === "training" &&
  value.of.kind === "name" &&
  isKind(callee, "native") &&
  callee.name.includes("dropout");

/** What stands in no text of the user's is called where the user has called it. */
const placeOf = ({ from, to }: Span, machine: Machine): Span => (isNowhere({ from, to }) ? machine.at : { from, to });

const nameSpan = ({ nameSpan: at }: Arg): Pick<Given, "nameSpan"> => (at && !isNowhere(at) ? { nameSpan: at } : {});

/** Without arguments it is about the first argument of the method around, in the class that defines that. */
function superOf(machine: Machine, { args }: Call, scope: Scope): Value {
  if (args.length >= 2) {
    const after = machine.evaluate(args[0]!.value, scope);
    const self = machine.evaluate(args[1]!.value, scope);
    return isKind(after, "class") ? { kind: "super", after, self } : unknown;
  }
  if (args.length === 1) {
    const after = machine.evaluate(args[0]!.value, scope);
    if (isKind(after, "object") && !after.open)
      throw refused("TypeError", say`super() takes a class first, and then self`);
    // It is about no instance, so that nothing is initialised by it.
    return isKind(after, "class") ? { kind: "super", after, self: null } : unknown;
  }
  for (const { of, self } of [...machine.frames].reverse()) {
    if (of?.owner && self !== undefined) return { kind: "super", after: of.owner, self };
    if (of && of.name !== "<lambda>") break;
  }
  return unknown;
}

/** Calls whatever can be called. */
export function call(machine: Machine, callee: Value, given: Arguments): Value {
  machine.step();
  if (callee === null) throw new Fault("TypeError", machine.nothing(say`None is called as if it were a function`));
  if (typeof callee !== "object") throw uncallable(callee);
  switch (callee.kind) {
    case "native":
      return callee.call(given, machine);
    case "function":
      return callFunction(machine, callee, given);
    case "bound":
      if (isForward(callee, machine)) return machine.callModule(callee.self as Obj, given);
      return call(machine, callee.of, withFirst(given, callee.self));
    case "class":
      return instantiate(machine, callee, given);
    case "object":
      return callObject(machine, callee, given);
    case "decorated":
      return call(machine, callee.of, given);
    case "list":
    case "tuple":
    case "dict":
    case "tensor":
      throw uncallable(callee);
  }
  return unknown;
}

/** The program runs a model by its `forward`. */
const isForward = ({ of, self }: Bound, { depth, making }: Machine): boolean =>
  depth + making === 0 && of.name === "forward" && isKind(self, "object") && self.module !== undefined;

const uncallable = (value: Value): Fault =>
  refused("TypeError", say`this is of type ${typeOf(value)}, which cannot be called`);

function callObject(machine: Machine, callee: Extract<Value, { kind: "object" }>, given: Arguments): Value {
  if (callee.module || callee.class.order.includes(moduleClass)) return machine.callModule(callee, given);
  const method = callee.class.order.find(({ names }) => names.has("__call__"))?.names.get("__call__");
  return method === undefined ? unknown : call(machine, method, withFirst(given, callee));
}

/** The same call with one more argument before all others, as methods get their instance. */
export const withFirst = (given: Arguments, value: Value): Arguments => ({
  ...given,
  positional: [{ value, span: given.callee }, ...given.positional],
});

/** A call that nobody has written, at the place of another. */
export const argumentsAt = (at: Pick<Arguments, "span" | "callee">, values: readonly Value[]): Arguments => ({
  positional: values.map((value) => ({ value, span: at.span })),
  named: new Map(),
  open: false,
  span: at.span,
  callee: at.callee,
});

/** What a keyword of a call is, or the argument at a position. */
export const argument = ({ positional, named }: Arguments, at: number, name?: string): Value | undefined =>
  firstOf(positional[at]?.value, name === undefined ? undefined : named.get(name)?.value);
