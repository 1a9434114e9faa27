import type { Machine } from "./run/machine";
import type { Stmt } from "./syntax/ast";
import { type Func, type Scope, unknown } from "./values";

/**
 * Does something that may fail; what fails is no mistake of the file where it has not asked for that. Where only somebody
 * who tries it asks, it is none that the file itself refuses something.
 */
export type Guard = (work: () => void, isAsked?: boolean | "tried") => void;

/** `if __name__ == "__main__":` is taken apart too. */
export function outermost(machine: Machine, one: Stmt, scope: Scope, guarded: Guard): void {
  const first = one.kind === "if" ? one.branches[0] : undefined;
  let holds: boolean | undefined;
  if (first) guarded(() => (holds = machine.truth(machine.evaluate(first.test, scope))));
  if (first && holds) return first.body.forEach((inner) => outermost(machine, inner, scope, guarded));
  let ended = false;
  guarded(() => {
    machine.execute([one], scope);
    ended = true;
  });
  // Of what a failed statement was to give a name, nothing is known.
  if (!ended && one.kind === "assign")
    for (const target of one.targets) if (target.kind === "name") machine.setName(target.id, unknown, scope);
}

export const needsNothing = (params: Func["params"]): boolean =>
  params.every((param) => param.default || param.kind === "rest" || param.kind === "keywords");
