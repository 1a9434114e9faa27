import type { Model, Step } from "../../core/analysis";
import { showDim, showShape } from "../../core/dim";

/** What a call is, gives and costs, without what is written of it. */
export const figuresOf = ({ node, outcome, absent, broken }: Step): string =>
  [
    node.op,
    absent ? "absent" : broken ? "broken" : "",
    outcome ? outcome.outputs.map(showShape).join(" ") : "unknown",
    outcome ? [outcome.counts.trainable, outcome.counts.frozen, outcome.counts.state, outcome.macs].map(showDim) : "",
    node.given ? showShape(node.given) : "",
    node.training ?? "",
  ].join("|");

const edgesOf = ({ node }: Step): string => node.inputs.map((edge) => `${edge.node}.${edge.port}`).join(" ");

/** Every call reads, gives and costs what it did. */
export function isSameThroughout(before: Model, after: Model): boolean {
  const lines = ({ steps, graph }: Model): readonly string[] => [
    ...steps.map((step) => `${figuresOf(step)} of ${edgesOf(step)} as ${step.node.shares}`),
    graph.outputs.map((edge) => `${edge.node}.${edge.port}`).join(" "),
  ];
  const [was, is] = [lines(before), lines(after)];
  return was.length === is.length && was.every((line, i) => line === is[i]);
}

/** As that, and every argument has the value that it had. */
export function isSameGraph(before: Model, after: Model): boolean {
  const args = ({ graph }: Model): string =>
    JSON.stringify(
      graph.nodes.map((node) => node.args),
      withoutPlaces,
    );
  return isSameThroughout(before, after) && args(before) === args(after);
}

const withoutPlaces = (key: string, value: unknown): unknown =>
  key === "span" || key === "nameSpan" || key === "note" ? undefined : value;

/** Every call is what it was, but for some that have come in: those stand for the first thing that they read. */
export function isSameBeside(ops: readonly string[], before: Model, after: Model): boolean {
  const was: number[] = [];
  let next = 0;
  const sourcesOf = ({ node }: Step): string =>
    node.inputs.map((edge) => `${was[edge.node ?? -1]}.${edge.port}`).join(" ");
  for (const step of after.steps) {
    const old = before.steps[next];
    if (old && figuresOf(old) === figuresOf(step) && edgesOf(old) === sourcesOf(step)) was.push(next++);
    else if (ops.includes(step.node.op) && step.outcome) was.push(was[step.node.inputs[0]?.node ?? -1] ?? -1);
    else return false;
  }
  const outputs = after.graph.outputs.map((edge) => `${was[edge.node ?? -1]}.${edge.port}`).join(" ");
  return (
    next === before.steps.length &&
    outputs === before.graph.outputs.map((edge) => `${edge.node}.${edge.port}`).join(" ")
  );
}
