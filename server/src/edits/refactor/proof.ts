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
