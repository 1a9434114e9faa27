import { say } from "../../core/message";
import { longestList } from "../builtins/methods";
import { Fault, refused } from "../fault";
import { keyOf } from "../keys";
import { isNowhere } from "../library/index";
import { deleteAttribute } from "../nn/attributes";
import type { Block, Expr, Stmt } from "../syntax/ast";
import { isKind, list, type Scope, unknown, type Value } from "../values";
import { branches } from "./branches";
import { defineClass, lookUpIn } from "./classes";
import { decorated } from "./decorators";
import { functionOf } from "./functions";
import { importFrom, importNames } from "./imports";
import { forLoop, whileLoop } from "./loops";
import type { Flow, Machine } from "./machine";
import { methods } from "./operators";
import { scopeFor } from "./scope";
import { tryStatement } from "./try";
import { withStatement } from "./with";

export function execute(machine: Machine, block: Block, scope: Scope): Flow {
  for (const one of block) {
    const flow = statement(machine, one, scope);
    if (flow !== "next") return flow;
  }
  return "next";
}

function statement(machine: Machine, one: Stmt, scope: Scope): Flow {
  machine.step();
  machine.mark(one);
  switch (one.kind) {
    case "expression":
      givenBy(machine, one, one.value, scope);
      return "next";
    case "assign": {
      const value = givenBy(machine, one, one.value, scope);
      for (const target of one.targets) machine.assign(target, value, scope);
      return "next";
    }
    case "annotated":
      if (one.value) machine.assign(one.target, givenBy(machine, one, one.value, scope), scope);
      return "next";
    case "augment":
      augment(machine, one, scope);
      return "next";
    case "if":
      return branch(machine, one, scope);
    case "for":
      return forLoop(machine, one, scope);
    case "while":
      return whileLoop(machine, one, scope);
    case "function": {
      const made = functionOf(machine, one, scope);
      machine.setName(one.name, decorated(machine, one.decorators, made, scope), scope);
      return "next";
    }
    case "class":
      machine.setName(one.name, decorated(machine, one.decorators, defineClass(machine, one, scope), scope), scope);
      return "next";
    case "return":
      return { value: one.value ? givenBy(machine, one, one.value, scope) : null };
    case "raise":
      return raise(machine, one, scope);
    case "assert":
      if (machine.truth(machine.evaluate(one.test, scope)) !== false) return "next";
      machine.mark(one);
      throw wanted(refused("AssertionError", say`what is asserted here does not hold`));
    case "try":
      return tryStatement(machine, one, scope);
    case "with":
      return withStatement(machine, one, scope);
    case "import":
      importNames(machine, one.names, scope);
      return "next";
    case "import-from":
      importFrom(machine, one, scope);
      return "next";
    case "scope":
      for (const name of one.names) scope[one.of].add(name);
      return "next";
    case "delete":
      for (const target of one.targets) remove(machine, target, scope);
      return "next";
    case "break":
    case "continue":
      return one.kind;
    case "pass":
      return "next";
  }
}

/** The value that a statement gives to somebody. */
function givenBy(machine: Machine, { from, to }: Stmt, expr: Expr, scope: Scope): Value {
  const { length } = machine.trace;
  return machine.trace.ran({ from, to }, length, machine.evaluate(expr, scope));
}

/** Branches of which nobody knows which is taken stand side by side, so that each has steps of its own. */
function branch(machine: Machine, one: Extract<Stmt, { kind: "if" }>, scope: Scope): Flow {
  const ways: Block[] = [];
  let decided = false;
  for (const { test, body } of one.branches) {
    const holds = machine.truth(machine.evaluate(test, scope));
    if (holds !== false) ways.push(body);
    decided = holds === true;
    if (decided) break;
  }
  if (!decided) ways.push(one.otherwise);
  if (ways.length === 1) return machine.execute(ways[0]!, scope);
  return branches(
    machine,
    ways.map((body) => () => machine.execute(body, scope)),
  );
}

/** `+=` changes a list itself; of anything else it makes another. */
function augment(machine: Machine, one: Extract<Stmt, { kind: "augment" }>, scope: Scope): void {
  const { length } = machine.trace;
  const before = machine.evaluate(one.target, scope);
  const value = machine.evaluate(one.value, scope);
  machine.mark(one);
  if (!isKind(before, "list") || one.op !== "+") {
    const { from, to } = one;
    const result = machine.trace.ran({ from, to }, length, augmented(machine, one.op, before, value));
    return machine.assign(one.target, result, scope);
  }
  const more = machine.items(value);
  machine.change(before);
  const isKnown = more && !before.open && before.items.length + more.length <= longestList;
  Object.assign(before, isKnown ? { items: [...before.items, ...more] } : { items: [], open: true });
  // In a subclass that is no list any more, such as a container of modules, the target stands for the same.
  machine.assign(one.target, before, scope);
}

/** A container that takes more in stays the one that it is. */
function augmented(machine: Machine, op: string, before: Value, value: Value): Value {
  const inPlace = isKind(before, "object") ? lookUpIn(before.class.order, `__i${methods[op]}__`) : undefined;
  return inPlace === undefined ? machine.binary(op, before, value) : machine.invoke(inPlace, [before, value]);
}

function raise(machine: Machine, one: Extract<Stmt, { kind: "raise" }>, scope: Scope): never {
  const value = one.value ? machine.evaluate(one.value, scope) : unknown;
  machine.mark(one);
  const cls = isKind(value, "object") ? value.class : isKind(value, "class") ? value : undefined;
  const type = cls?.name ?? "Exception";
  // What a program of our own refuses is told by nobody, since it is in no text.
  if (!/(Error|Exception)$/.test(type) || isNowhere(one)) throw new Fault(type, undefined, value);
  const said = isKind(value, "object") ? value.made.positional[0]?.value : undefined;
  const message = typeof said === "string" ? say`${type} is raised here: ${said}` : say`${type} is raised here`;
  throw wanted(new Fault(type, { id: "python-error", message }, value));
}

const wanted = (fault: Fault): Fault => Object.assign(fault, { wanted: true });

function remove(machine: Machine, target: Expr, scope: Scope): void {
  if (target.kind === "name") return machine.remove(scopeFor(target.id, scope).names, target.id);
  if (target.kind !== "subscript" && target.kind !== "attribute") return;
  const of = machine.evaluate(target.of, scope);
  if (target.kind === "attribute") {
    return deleteAttribute(of, target.name, machine);
  }
  const index = machine.evaluate(target.index, scope);
  if (isKind(of, "dict")) machine.remove(of.entries, keyOf(index));
  else if (isKind(of, "object") && of.module) removeModule(machine, of.module.modules, index);
  else if (isKind(of, "list")) {
    machine.change(of);
    const at = typeof index === "number" ? (index < 0 ? index + of.items.length : index) : -1;
    const known = !of.open && at >= 0 && at < of.items.length;
    Object.assign(of, known ? list(of.items.filter((_, i) => i !== at)) : list([], true));
  }
}

/** Those behind it move up in a sequence of modules. */
function removeModule(machine: Machine, modules: Map<string, Value>, index: Value): void {
  if (typeof index !== "number") return;
  const all = [...modules];
  const at = index < 0 ? index + all.length : index;
  if (!all[at]) return;
  for (const [name] of all) machine.remove(modules, name);
  const named = all.every(([name], i) => name === `${i}`);
  all.filter((_, i) => i !== at).forEach(([name, one], i) => machine.set(modules, named ? `${i}` : name, one));
}
