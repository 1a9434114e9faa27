import { argOf } from "../core/analysis";
import { everywhere } from "../core/everywhere";
import { type Part, wholeParts } from "../core/flow";
import { say } from "../core/message";
import { without } from "../core/repair";
import { rule } from "../core/rule";
import type { Span } from "../core/span";

export const dropoutRate = rule({
  id: "dropout-rate",
  summary: "The rate of a dropout is 0, or so high that hardly anything is left.",
  why: "A rate of 0 drops nothing. From 0.9 on, at most one value in ten comes through, which is mostly meant the other way round: in older frameworks the number was the share that is kept.",
  severity: "information",
  near: true,
  needs: [({ isWhole, op }) => isWhole && op?.chance !== undefined],
  check(model, report) {
    for (const { part, found } of everywhere(model, writtenIn, wholeParts(model))) {
      const { rate, span } = found;
      const kept = Number((1 - rate).toFixed(6));
      const message =
        rate === 0
          ? say`a rate of 0 drops nothing`
          : kept === 0
            ? say`a rate of 1 drops everything`
            : say`a rate of ${String(rate)} keeps one value in ${String(Math.round(1 / kept))}; to keep ${String(rate)} of them it is ${String(kept)}`;
      // What drops nothing is safe to leave out.
      report(part.step, message, { span, ...(rate === 0 && without(part, model.graph.vocabulary, true)) });
    }
  },
});

/** What drops too little or too much, where the number itself was typed. */
function writtenIn({ op, isWhole, step }: Part): { readonly rate: number; readonly span: Span } | undefined {
  const { chance } = op ?? {};
  if (!isWhole || !chance || chance.loses === "branches") return undefined;
  const value = (argOf(step, "p") ?? argOf(step, "rate"))?.value;
  if (value?.kind !== "number" || value.note) return undefined;
  const rate = value.value;
  return rate === 0 || rate >= 0.9 ? { rate, span: value.span } : undefined;
}
