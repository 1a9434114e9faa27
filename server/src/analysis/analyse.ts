import type { Analysis, Model, Step } from "../core/analysis";
import type { Graph, Reading } from "../core/graph";
import type { Report } from "../core/problem";
import type { Rule } from "../core/rule";
import { inBlocks, inferStep } from "./infer";
import { type Found, merge } from "./merge";
import { suppress } from "./suppress";

/** Understands a file as far as it can be understood. Never throws, never waits. */
export function analyse(reading: Reading, rules: readonly Rule[]): Analysis {
  const ids = reading.models.map((model) => model.id);
  const found: Found[] = reading.problems.map((problem) => ({ problem }));
  const models = reading.models.map(({ id, graph }): Model => {
    const report: Report = (problem) => found.push({ problem, ...(id !== undefined && { model: id }) });
    const model = { ...(id !== undefined && { id }), graph, steps: infer(graph, report) };
    for (const rule of rules)
      rule.check(model, ({ node }, message, extra) =>
        report(inBlocks({ id: rule.id, severity: rule.severity, message, span: node.opSpan, ...extra }, node.within)),
      );
    return model;
  });
  return { models, ...suppress(merge(found, ids), reading.comments) };
}

function infer({ nodes, vocabulary }: Graph, report: Report): readonly Step[] {
  const steps: Step[] = [];
  for (const node of nodes) steps.push(inferStep(node, vocabulary, steps, report));
  return steps;
}
