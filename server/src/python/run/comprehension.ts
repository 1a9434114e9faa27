import { keyOf } from "../keys";
import type { Clause, Comprehension } from "../syntax/ast";
import { isKind, list, type Scope, unknown, type Value } from "../values";
import type { Machine } from "./machine";
import { scopeIn } from "./scope";

interface Collected {
  readonly items: (readonly [item: Value, value: Value])[];
  open: boolean;
}

/** Goes through all clauses at once, a generator too; where a loop or a condition is unknown, so is what comes of it. */
export function comprehension(machine: Machine, expr: Comprehension, scope: Scope): Value {
  const found: Collected = { items: [], open: false };
  collect(machine, expr, 0, scope, scopeIn(scope, "function"), found);
  const { items, open } = found;
  if (expr.of === "dict") {
    const entries = items.filter(([key]) => !isKind(key, "unknown"));
    return {
      kind: "dict",
      entries: new Map(entries.map((entry) => [keyOf(entry[0]), entry])),
      open: open || entries.length < items.length,
    };
  }
  const values = items.map(([item]) => item);
  if (expr.of === "list") return list(open ? [] : values, open);
  if (open) return unknown;
  if (expr.of === "set") return { kind: "set", items: new Map(values.map((value) => [keyOf(value), value])) };
  return { kind: "sequence", items: values };
}

function collect(
  machine: Machine,
  expr: Comprehension,
  at: number,
  outer: Scope,
  scope: Scope,
  found: Collected,
): void {
  const clause = expr.clauses[at];
  if (!clause) {
    const item = machine.evaluate(expr.item, scope);
    found.items.push([item, expr.value ? machine.evaluate(expr.value, scope) : item]);
    return;
  }
  // Only the first is looked up outside of the comprehension.
  const values = machine.items(machine.evaluate(clause.iterable, at === 0 ? outer : scope));
  if (!values) {
    found.open = true;
    return;
  }
  for (const value of values) {
    machine.step();
    machine.assign(clause.target, value, scope);
    if (isKept(machine, clause, scope, found)) collect(machine, expr, at + 1, outer, scope, found);
  }
}

function isKept(machine: Machine, { conditions }: Clause, scope: Scope, found: Collected): boolean {
  for (const condition of conditions) {
    const holds = machine.truth(machine.evaluate(condition, scope));
    if (holds === undefined) found.open = true;
    if (!holds) return false;
  }
  return true;
}
