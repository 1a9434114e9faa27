import { checks } from "../core/checks";
import { once } from "../core/once";
import type { Op } from "../core/op";
import type { Severity } from "../core/problem";
import type { Rule } from "../core/rule";
import { rules } from "../rules/index";
import { ops, wordsOf } from "./frameworks";

/** One id that can be reported, whoever reports it. */
export interface Topic {
  readonly id: string;
  readonly kind: "rule" | "constraint" | "check";
  readonly severity: Severity;
  readonly summary: string;
  readonly why?: string;
  /** The lint itself, where it is one. */
  readonly rule?: Rule;
  /** The operators that have the constraint, in their own words. */
  readonly ops: readonly Demand[];
}

export interface Demand {
  readonly op: Op;
  /** The framework that asks for more than the operator itself does. */
  readonly framework?: string;
  readonly doc: string;
}

/** All of them by id; lints come first, then what operators ask for, then what is found in the text itself. */
export const topics = once(
  (): ReadonlyMap<string, Topic> =>
    new Map(
      [
        ...rules.map((rule): Topic => {
          const { id, severity, summary, why } = rule;
          return { id, kind: "rule", severity, summary, why, rule, ops: [] };
        }),
        ...constraints(),
        ...Object.entries(checks).map(([id, check]): Topic => ({ id, kind: "check", ...check, ops: [] })),
      ].map((topic) => [topic.id, topic]),
    ),
);

function constraints(): readonly Topic[] {
  const demands = new Map<string, Demand[]>();
  for (const op of ops) for (const [id, demand] of demandsOf(op)) demands.set(id, [...(demands.get(id) ?? []), demand]);
  return [...demands.keys()].sort().map((id) => {
    const all = demands.get(id)!;
    const [{ doc: summary }] = all as [Demand];
    return { id, kind: "constraint", severity: "error", summary, ops: all };
  });
}

/** Every way a call of an operator can be wrong, in any framework, by id. */
export function demandsOf(op: Op): readonly (readonly [id: string, demand: Demand])[] {
  const own = Object.entries<string>(op.constraints).map(([id, doc]) => [id, { op, doc }] as const);
  // A spelling that one framework takes over from another is told of once.
  const spellings = new Map([...wordsOf(op)].reverse().map(({ framework, spelling }) => [spelling, framework]));
  const narrower = [...spellings]
    .reverse()
    .flatMap(([spelling, framework]) =>
      Object.entries<string>(spelling.constraints).map(([id, doc]) => [id, { op, doc, framework }] as const),
    );
  return [...own, ...narrower];
}
