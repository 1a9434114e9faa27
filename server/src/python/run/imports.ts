import type { Imported, ImportFrom } from "../syntax/ast";
import { firstOf, isKind, type Scope, unknown, type Value } from "../values";
import type { Machine } from "./machine";

export function importNames(machine: Machine, names: readonly Imported[], scope: Scope): void {
  for (const { name, as } of names) {
    if (as !== undefined) machine.setName(as, machine.imported(name), scope);
    else {
      const head = name.split(".")[0]!;
      machine.setName(head, machine.imported(head), scope);
    }
  }
}

export function importFrom(machine: Machine, { module, level, names, all }: ImportFrom, scope: Scope): void {
  const from = level ? unknown : machine.imported(module);
  if (all) {
    if (isKind(from, "namespace")) for (const [name, value] of from.names) machine.setName(name, value, scope);
    return;
  }
  for (const { name, as } of names) machine.setName(as ?? name, named(machine, from, module, name), scope);
}

/** A name of a module, or a module below it. */
function named(machine: Machine, from: Value, module: string, name: string): Value {
  if (!isKind(from, "namespace")) return unknown;
  const found = firstOf(from.names.get(name), machine.inNamespace(from, name));
  return found === undefined ? machine.imported(`${module}.${name}`) : found;
}
