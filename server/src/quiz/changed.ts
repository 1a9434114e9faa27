import { inferGraph } from "../analysis/infer-graph";
import type { Inner, Model, Step } from "../core/analysis";
import { argOf } from "../core/analysis";
import type { Node } from "../core/graph";
import type { Problem } from "../core/problem";
import type { Value } from "../core/value";
import { wordFor } from "../core/vocabulary";

/** A model that was inferred anew with one argument changed, and what is wrong with it then, in the order of its layers. */
export interface Changed {
  readonly model: Model;
  readonly problems: readonly { readonly problem: Problem; readonly node: Node }[];
}

/** The same model with another value of one argument of one layer. */
export function withArgument(model: Model, step: Step, param: string, value: Value): Changed {
  const { graph } = model;
  const written = argOf(step, param);
  const arg = written ? { ...written, value } : { name: wordFor(step.spelling!, param), value };
  const args = written ? step.node.args.map((one) => (one === written ? arg : one)) : [...step.node.args, arg];
  const nodes = graph.nodes.map((node) => (node.id === step.node.id ? { ...step.node, args } : node));
  const problems: { problem: Problem; node: Node }[] = [];
  const changed = { ...graph, nodes };
  const steps = inferGraph(changed, new Map(), (problem, node) => problems.push({ problem, node }));
  return { model: { ...model, graph: changed, steps }, problems };
}

/** The same model where some argument has another value in every call, for what depends on no shape. */
export const withArgs = (model: Model, change: (args: Inner["args"]) => Inner["args"]): Model => ({
  ...model,
  steps: model.steps.map((step) => ({
    ...step,
    ...(step.args && { args: change(step.args) }),
    ...(step.outcome && {
      outcome: { ...step.outcome, calls: step.outcome.calls.map((call) => inside(call, change)) },
    }),
  })),
});

const inside = (call: Inner, change: (args: Inner["args"]) => Inner["args"]): Inner => ({
  ...call,
  args: change(call.args),
  calls: call.calls.map((one) => inside(one, change)),
});
