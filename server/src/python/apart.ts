import { Exhausted, Fault } from "./fault";
import { Interpreter, type World } from "./run/interpreter";
import type { Machine } from "./run/machine";
import { scopeIn } from "./run/scope";
import type { Module, Stmt } from "./syntax/ast";
import { type Scope, unknown, type Value } from "./values";

/** Steps for one statement of an imported file. */
const mostSteps = 20_000;

/** Steps that all that is imported may still take. */
export interface Budget {
  left: number;
}

export const budgetOfImports = (): Budget => ({ left: 300_000 });

/**
 * Runs what is imported: by itself, so that nothing of it is undone with a branch in which it is imported, and so that
 * what it calls is no call of the program. A statement that fails hides no other; what it was to name is unknown.
 */
export function runApart(
  program: Module,
  into: Scope | undefined,
  main: Machine | undefined,
  world: World,
  budget: Budget,
): ReadonlyMap<string, Value> {
  const scope = into ?? scopeIn(undefined, "module");
  const apart = new Interpreter(world);
  apart.frames.push({ at: main?.at ?? { from: 0, to: 0 }, returned: [] });
  if (main) main.depth++;
  try {
    for (const one of program.body) {
      const before = apart.taken;
      if (!isDone(apart, one, scope, Math.min(mostSteps, budget.left))) forget(one, scope);
      budget.left -= apart.taken - before;
    }
  } finally {
    if (main) main.depth--;
  }
  return scope.names;
}

function isDone(machine: Interpreter, one: Stmt, scope: Scope, steps: number): boolean {
  const { length } = machine.frames;
  try {
    machine.within(steps, () => machine.execute([one], scope));
    return true;
  } catch (fault) {
    if (!(fault instanceof Fault || fault instanceof Exhausted || fault instanceof RangeError)) throw fault;
    machine.frames.length = length;
    machine.depth = 0;
    machine.making = 0;
    return false;
  }
}

function forget(one: Stmt, scope: Scope): void {
  if (one.kind === "class" || one.kind === "function") scope.names.set(one.name, unknown);
  if (one.kind !== "assign") return;
  for (const target of one.targets) if (target.kind === "name") scope.names.set(target.id, unknown);
}
