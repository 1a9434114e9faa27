import { Fault } from "../fault";
import { LazyNames } from "../lazy-names";
import type { Block, Expr, Stmt } from "../syntax/ast";
import { type Scope, unknown, type Value } from "../values";
import type { Machine } from "./machine";

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

/** The value of a name; one that is nowhere is unknown, since a linter of Python says that. */
export function lookUp(name: string, scope: Scope, builtins: ReadonlyMap<string, Value>): Value {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    if (at.of === "class" && at !== scope) continue;
    if (scope === at && at.global.has(name)) continue;
    const value = at.names.get(name);
    if (value !== undefined) return value;
    if (at.own?.has(name) && at === scope && !at.global.has(name) && !at.nonlocal.has(name))
      throw new Fault("UnboundLocalError");
  }
  return builtins.get(name) ?? unknown;
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
  if (!fits) throw new Fault("ValueError");
  const behind = targets.length - star - 1;
  targets.forEach((target, i) => {
    if (star < 0 || i < star) machine.assign(target, items[i]!, scope);
    else if (i > star) machine.assign(target, items[items.length - targets.length + i]!, scope);
    else machine.assign(target, { kind: "list", items: items.slice(star, items.length - behind), open: false }, scope);
  });
}

const known = new WeakMap<Block, ReadonlySet<string>>();

/** Names that the statements of a function give a value, which it does not look for outside. */
export function namesIn(block: Block): ReadonlySet<string> {
  const found = known.get(block);
  if (found) return found;
  const names = new Set<string>();
  for (const one of block) collect(one, names);
  known.set(block, names);
  return names;
}

function collect(one: Stmt, names: Set<string>): void {
  const all = (block: Block): void => block.forEach((inner) => collect(inner, names));
  switch (one.kind) {
    case "assign":
      return one.targets.forEach((target) => collectTarget(target, names));
    case "annotated":
      return one.value && collectTarget(one.target, names);
    case "augment":
      return collectTarget(one.target, names);
    case "if":
      one.branches.forEach(({ body }) => all(body));
      return all(one.otherwise);
    case "for":
      collectTarget(one.target, names);
      all(one.body);
      return all(one.otherwise);
    case "while":
      all(one.body);
      return all(one.otherwise);
    case "with":
      for (const { target } of one.items) if (target) collectTarget(target, names);
      return all(one.body);
  }
}

function collectTarget(target: Expr, names: Set<string>): void {
  if (target.kind === "name") names.add(target.id);
  else if (target.kind === "tuple" || target.kind === "list") target.items.forEach((one) => collectTarget(one, names));
  else if (target.kind === "starred") collectTarget(target.of, names);
}
