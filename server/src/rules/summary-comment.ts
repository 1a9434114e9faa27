import { countsOf, isComplete, parametersOf } from "../core/analysis";
import { thousands } from "../core/figures";
import type { Claimed } from "../core/graph";
import { say } from "../core/message";
import type { Edit } from "../core/problem";
import { rule } from "../core/rule";

export const summaryComment = rule({
  id: "summary-comment",
  summary: "A comment states another number of parameters than the model has.",
  why: "The summary was copied from another model or another version of this one, and people compare models by it.",
  severity: "information",
  near: true,
  asks: ({ claims }) => Boolean(claims?.length),
  check({ graph, steps }, report) {
    if (!graph.claims?.length || !isComplete(steps)) return;
    const counts = countsOf(steps);
    const all = parametersOf(counts, graph);
    for (const { parameters, trainable } of graph.claims) {
      if (typeof all !== "number" || numberIn(parameters) === all) continue;
      const edits = [rewritten(parameters, all)];
      if (trainable && typeof counts.trainable === "number") edits.push(rewritten(trainable, counts.trainable));
      const number = grouped(parameters, all);
      report(steps[0]!, say`the model has ${number} parameters, not ${parameters.text}`, {
        span: parameters.span,
        fixes: [{ title: say`Change to ${number}`, edits, safe: true }],
      });
    }
  },
});

const numberIn = ({ text }: Claimed): number => Number(text.replaceAll(",", ""));

/** As the author groups digits. */
const grouped = ({ text }: Claimed, value: number): string =>
  text.includes(",") ? thousands(String(value)) : String(value);

const rewritten = (claimed: Claimed, value: number): Edit => ({ span: claimed.span, text: grouped(claimed, value) });
