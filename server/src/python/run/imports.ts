import { LazyNames } from "../lazy-names";
import { MadeNames } from "../made-names";
import type { Imported, ImportFrom } from "../syntax/ast";
import { unread, unreadHere } from "../unread";
import { firstOf, isKind, type Namespace, type Scope, type Value } from "../values";
import type { Machine } from "./machine";
import { moduleOf } from "./scope";

export function importNames(machine: Machine, names: readonly Imported[], scope: Scope): void {
  for (const { name, as } of names) {
    const from = moduleOf(scope);
    const found = machine.imported(name, 0, from);
    const [head = "", ...below] = name.split(".");
    if (as !== undefined || !below.length) machine.setName(as ?? name, found, scope);
    else {
      const top = machine.imported(head, 0, from);
      const isFolder = isKind(top, "unknown") && isKind(found, "namespace");
      machine.setName(head, isFolder ? folder(scope.names.get(head), head, below, found) : top, scope);
    }
  }
}

/** A folder that is no module itself, with what was imported from it. */
function folder(before: Value | undefined, name: string, [next = "", ...rest]: readonly string[], found: Value): Value {
  const known = before !== undefined && isKind(before, "namespace") ? before.names : new Map<string, Value>();
  const inner = rest.length ? folder(known.get(next), `${name}.${next}`, rest, found) : found;
  return { kind: "namespace", name, names: new Map([...known, [next, inner]]), open: true };
}

export function importFrom(machine: Machine, { module, level, names, all }: ImportFrom, scope: Scope): void {
  const file = moduleOf(scope);
  const from = machine.imported(module, level, file);
  if (all) {
    if (isKind(from, "namespace"))
      for (const [name, value] of allOf(from)) give(machine, name, () => value, from, scope);
    return;
  }
  for (const { name, as } of names) {
    const find = (): Value => {
      const found = isKind(from, "namespace") ? named(machine, from, name) : undefined;
      if (found !== undefined) {
        unreadHere(machine, found);
        return found;
      }
      if (isKind(from, "namespace")) unread(machine, `${from.name}.${name}`);
      return machine.imported(module ? `${module}.${name}` : name, level, file);
    };
    give(machine, as ?? name, find, from, scope);
  }
}

/** What is in a file of the workspace is only looked for when somebody reads the name, as far as that can be put off. */
function give(machine: Machine, name: string, find: () => Value, from: Value, scope: Scope): void {
  const isFile = !isKind(from, "namespace") || from.names instanceof LazyNames;
  if (isFile && scope.names instanceof LazyNames && machine.journal.isQuiet) scope.names.defer(name, find);
  else machine.setName(name, find(), scope);
}

/** A name of a module, or a module below it. */
const named = (machine: Machine, from: Namespace, name: string): Value | undefined =>
  firstOf(from.names.get(name), machine.inNamespace(from, name));

/** What `import *` takes: all names, or those that the module lists. */
function allOf({ names }: Namespace): readonly (readonly [string, Value])[] {
  const all = names instanceof LazyNames || names instanceof MadeNames ? names.all() : [...names];
  if (!(names instanceof LazyNames)) return all;
  const listed = names.get("__all__");
  const wanted =
    listed !== undefined && isKind(listed, "list") && !listed.open ? new Set<unknown>(listed.items) : undefined;
  return all.filter(([name]) => (wanted ? wanted.has(name) : !name.startsWith("_")));
}
