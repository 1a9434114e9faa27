import type { Analysis, Model } from "../core/analysis";
import type { Reading } from "../core/graph";
import type { Problem, Report } from "../core/problem";
import type { Rule } from "../core/rule";
import type { Severities } from "../core/severity";
import { imageHints } from "./image-hints";
import { inferGraph, type Memories } from "./infer-graph";
import { type Found, merge } from "./merge";
import { placed } from "./placing";
import { withSeverities } from "./severity";
import { suppress } from "./suppress";

/** Understands a file as far as it can be understood. Never throws, never waits. */
export function analyse(
  reading: Reading,
  rules: readonly Rule[],
  severities: Severities = {},
  memories: Memories = new Map(),
): Analysis {
  const ids = reading.models.map((model) => model.id);
  const found: Found[] = reading.problems.map((problem) => ({ problem }));
  const models = reading.models.map(({ id, graph, problems = [] }): Model => {
    const report: Report = (problem) => found.push({ problem, ...(id !== undefined && { model: id }) });
    problems.forEach(report);
    const hint = imageHints(graph);
    const steps = inferGraph(graph, memories, (problem, node) => report(hint(problem, node)));
    const model = { ...(id !== undefined && { id }), graph, steps };
    for (const rule of rules) if (severities[rule.id] !== "off") apply(rule, model, report);
    return model;
  });
  // A comment is not idle because the configuration has switched off what it silences.
  const { problems, suppressed } = suppress(merge(found, ids), reading.comments, (id) => severities[id] === "off");
  return { models, problems: inTurn(withSeverities(certain(problems, reading), severities)), suppressed };
}

/** A comment about rows may be wrong only because the rows are; what breaks or misleads the model comes first. */
function inTurn(problems: readonly Problem[]): readonly Problem[] {
  const urgent = problems.some(({ waits, severity }) => !waits && (severity === "error" || severity === "warning"));
  return urgent ? problems.filter(({ waits }) => !waits) : problems;
}

/** Where a framework is assumed, what follows from that is told once it is written. */
function certain(problems: readonly Problem[], reading: Reading): readonly Problem[] {
  if (!reading.models.some(({ graph }) => graph.assumed)) return problems;
  const key = ({ id, span }: Problem): string => `${id} ${span.from} ${span.to}`;
  const read = new Set(reading.problems.map(key));
  return problems.filter((found) => found.idle || read.has(key(found)));
}

function apply({ id, severity, check }: Rule, model: Model, report: Report): void {
  check(model, ({ node }, message, extra) => {
    const problem: Problem = { id, severity, message, span: node.opSpan, ...extra };
    report(placed(problem, node.row));
  });
}
