import { plural, say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { Fault, refused } from "../fault";
import { LazyNames } from "../lazy-names";
import type { Expr } from "../syntax/ast";
import { type Scope, unknown, type Value } from "../values";
import type { Machine } from "./machine";
import { isBuiltin } from "./names";

export const scopeIn = (outer: Scope | undefined, of: Scope["of"], own?: ReadonlySet<string>): Scope => ({
  names: of === "module" ? new LazyNames() : new Map(),
  of,
  global: new Set(),
  nonlocal: new Set(),
  ...(outer && { outer }),
  ...(own && { own }),
});

export function moduleOf(scope: Scope): Scope {
  let outermost = scope;
  while (outermost.outer) outermost = outermost.outer;
  return outermost;
}

/** The value of a name at a place; one that is nowhere is unknown, unless the program has certainly no place for it. */
export function lookUp(name: string, scope: Scope, builtins: ReadonlyMap<string, Value>, place = 0): Value {
  let isOwn = false;
  let outermost = scope;
  let isLater = false;
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    isLater ||= at.of === "function";
    isOwn ||= at.own?.has(name) === true;
    outermost = at;
    if (at.of === "class" && at !== scope) continue;
    if (scope === at && at.global.has(name)) continue;
    const value = at.names.get(name);
    if (value !== undefined) return value;
    if (at.own?.has(name) && at === scope && !at.global.has(name) && !at.nonlocal.has(name)) throw unset(name);
  }
  const found = builtins.get(name);
  if (found !== undefined || isOwn || isBuiltin(name)) return found ?? unknown;
  // Nearly every name is found, so that nobody looks through a whole file for what else there is.
  const all = outermost.all?.();
  if (!all) return unknown;
  const first = all.get(name);
  if (first === undefined) throw nowhere(name, scope);
  if (!isLater && 0 < place && place < first) throw tooEarly(name);
  return unknown;
}

function nowhere(name: string, scope: Scope): Fault {
  const known: string[] = [];
  for (let at: Scope | undefined = scope; at; at = at.outer) known.push(...at.names.keys());
  const near = nearest(name, known, Math.ceil(name.length / 4));
  return new Fault("NameError", {
    id: "unassigned-name",
    message: say`${name} is given a value nowhere${didYouMean(near)}`,
  });
}

/** The scope in which a statement gives a name its value. */
export function scopeFor(name: string, scope: Scope): Scope {
  if (scope.global.has(name)) return moduleOf(scope);
  if (scope.nonlocal.has(name))
    for (let at = scope.outer; at; at = at.outer) if (at.of !== "class" && at.names.has(name)) return at;
  return scope;
}

/** Gives what stands left of an assignment its value. */
export function assign(machine: Machine, target: Expr, value: Value, scope: Scope): void {
  switch (target.kind) {
    case "name":
      return machine.setName(target.id, value, scope);
    case "attribute": {
      const of = machine.evaluate(target.of, scope);
      machine.mark(target);
      return machine.setAttribute(of, target.name, value);
    }
    case "subscript": {
      const of = machine.evaluate(target.of, scope);
      return machine.setItem(of, machine.evaluate(target.index, scope), value);
    }
    case "starred":
      return machine.assign(target.of, value, scope);
    case "tuple":
    case "list":
      return unpack(machine, target.items, value, scope);
  }
}

function unpack(machine: Machine, targets: readonly Expr[], value: Value, scope: Scope): void {
  const items = machine.items(value);
  if (!items) {
    for (const target of targets) machine.assign(target, unknown, scope);
    return;
  }
  const star = targets.findIndex(({ kind }) => kind === "starred");
  const fits = star < 0 ? items.length === targets.length : items.length >= targets.length - 1;
  if (!fits) throw misfit(targets.length, items.length);
  const behind = targets.length - star - 1;
  targets.forEach((target, i) => {
    if (star < 0 || i < star) machine.assign(target, items[i]!, scope);
    else if (i > star) machine.assign(target, items[items.length - targets.length + i]!, scope);
    else machine.assign(target, { kind: "list", items: items.slice(star, items.length - behind), open: false }, scope);
  });
}

const misfit = (names: number, values: number): Fault =>
  refused(
    "ValueError",
    plural(
      values,
      say`1 value cannot be given to ${names} names, each of which takes one`,
      say`${values} values cannot be given to ${names} names, each of which takes one`,
    ),
  );

const tooEarly = (name: string): Fault =>
  new Fault("NameError", {
    id: "unassigned-name",
    message: say`${name} has no value yet: what gives it one stands behind this`,
  });

const unset = (name: string): Fault =>
  new Fault("UnboundLocalError", {
    id: "unassigned-name",
    message: say`${name} has no value yet: the function gives it one, but not on the way to here`,
  });
