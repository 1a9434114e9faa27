import type { Analysis, Model, Step } from "../core/analysis";
import type { Graph, Reading } from "../core/graph";
import type { Problem, Report } from "../core/problem";
import type { Rule } from "../core/rule";
import type { Severities } from "../core/severity";
import type { Layout } from "../core/vocabulary";
import { type Memory, remember } from "./infer";
import { type Found, merge } from "./merge";
import { withSeverities } from "./severity";
import { inferStep, placed } from "./step";
import { suppress } from "./suppress";

/** What was inferred before, by the order of axes; equal calls of later analyses are not inferred again. */
export type Memories = Map<Layout, Memory>;

/** Understands a file as far as it can be understood. Never throws, never waits. */
export function analyse(
  reading: Reading,
  rules: readonly Rule[],
  severities: Severities = {},
  memories: Memories = new Map(),
): Analysis {
  const ids = reading.models.map((model) => model.id);
  const found: Found[] = reading.problems.map((problem) => ({ problem }));
  const models = reading.models.map(({ id, graph }): Model => {
    const report: Report = (problem) => found.push({ problem, ...(id !== undefined && { model: id }) });
    const model = { ...(id !== undefined && { id }), graph, steps: infer(graph, memories, report) };
    for (const rule of rules) if (severities[rule.id] !== "off") apply(rule, model, report);
    return model;
  });
  // A comment is not idle because the configuration has switched off what it silences.
  const { problems, suppressed } = suppress(merge(found, ids), reading.comments, (id) => severities[id] === "off");
  return { models, problems: withSeverities(problems, severities), suppressed };
}

function infer({ nodes, vocabulary }: Graph, memories: Memories, report: Report): readonly Step[] {
  const memoryOf = (layout: Layout): Memory => {
    const memory = memories.get(layout) ?? remember(layout);
    memories.set(layout, memory);
    return memory;
  };
  const steps: Step[] = [];
  for (const node of nodes) steps.push(inferStep(node, vocabulary, steps, memoryOf, report));
  return steps;
}

function apply({ id, severity, check }: Rule, model: Model, report: Report): void {
  check(model, ({ node }, message, extra) => {
    const problem: Problem = { id, severity, message, span: node.opSpan, ...extra };
    report(placed(problem, node.row));
  });
}
