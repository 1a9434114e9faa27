import { outputsOf, type Step, weightsOf } from "../../core/analysis";
import { portsOf } from "../../core/axes";
import { type Shape, unknown, unranked } from "../../core/dim";
import type { Edge, Graph } from "../../core/graph";
import { type Call, type Op, op, type Tensor, type Weight, weight } from "../../core/op";
import { param } from "../../core/param";
import { written } from "./written";

/** The layers of a run, called once more inside the operator around them, so that weights and all else add up by themselves. */
export function replay(graph: Graph, steps: readonly Step[], inputs: readonly Tensor[], call: Call): Tensor {
  const results: (readonly (Tensor | undefined)[] | undefined)[] = [];
  const at = ({ node, port }: Edge): Tensor | undefined => (node === undefined ? undefined : results[node]?.[port]);
  let next = 0;
  let isWhole = true;
  for (const node of graph.nodes) {
    const step = steps[node.id]!;
    const { outcome, spelling } = step;
    if (node.given) {
      results[node.id] = [inputs[next++]];
      continue;
    }
    if (node.made) {
      const { shape, weights } = node.made;
      const { y } = weights.length
        ? call(node.label, made, {}, { shape, weights })
        : call(node.label, between, { x: inputs[0]! }, { shape });
      results[node.id] = [y];
    } else if (!outcome || !spelling || !step.args) isWhole = false;
    else if (node.training) call(node.label, held, {}, { weights: weightsOf(outcome) });
    else {
      const given = connected(spelling.op, node.inputs.map(at));
      if (!given) {
        isWhole = false;
        continue;
      }
      const called = node.shares === undefined ? ownCopy(spelling.op) : shared(spelling.op);
      const tensors: { readonly [port: string]: any } = call(node.label, called, given, step.args);
      results[node.id] = portsOf(spelling.op.outputs).flatMap(({ name, many }) =>
        many ? tensors[name] : [tensors[name]],
      );
    }
  }
  // Layers of which nothing is known have weights of which nothing is known.
  if (!isWhole) call("rest", rest, { x: inputs[0]! });
  const [output, ...others] = graph.outputs;
  return (output && !others.length && at(output)) || unranked;
}

function connected(op: Op, tensors: readonly (Tensor | undefined)[]): { [port: string]: any } | undefined {
  const inputs: { [port: string]: any } = {};
  let next = 0;
  for (const { name, many, optional } of portsOf(op.inputs)) {
    if (optional && next >= tensors.length) break;
    const taken = tensors.slice(next, many ? undefined : next + 1);
    if (!taken.length || taken.includes(undefined)) return undefined;
    inputs[name] = many ? taken : taken[0];
    next += taken.length;
  }
  return next === tensors.length ? inputs : undefined;
}

/** What a program makes of tensors by itself: of it the shape is known, and not where it looks. */
const between = op({
  name: "Tensor",
  summary: "A tensor that the module makes.",
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: { shape: param<Shape>(written, { doc: "Its shape.", default: [] }) },
  infer: (_, { shape }) => ({ y: shape }),
  reach: () => "everything",
});

/** A learned parameter. */
const made = op({
  name: "Parameter",
  summary: "A tensor that the module has.",
  outputs: { y: "*" },
  inputs: {},
  params: {
    shape: param<Shape>(written, { doc: "Its shape.", default: [] }),
    weights: param<readonly Weight[]>(written, { doc: "What of it is learned.", default: [] }),
  },
  infer: (_, { shape }) => ({ y: shape }),
  weights: (_, { weights }) => weights,
});

/** Layers that the module has and does not call. */
const held = op({
  name: "Unused",
  summary: "Layers that are there and not called.",
  inputs: {},
  outputs: {},
  params: { weights: param<readonly Weight[]>(written, { doc: "What they learn.", default: [] }) },
  infer: () => ({}),
  weights: (_, { weights }) => weights,
});

const rest = op({
  name: "Unknown",
  summary: "Layers of which nothing is known.",
  inputs: { x: "*" },
  outputs: {},
  infer: () => ({}),
  weights: () => [weight("weight", [unknown])],
  macs: () => [unknown],
});

const copies = new WeakMap<Op, Op>();
const withoutWeights = new WeakMap<Op, Op>();

/** What a file puts in the place of an activation of the library does not reach into the modules of somebody else. */
function ownCopy(of: Op): Op {
  if (!of.traits.includes("activation")) return of;
  let copy = copies.get(of);
  if (!copy) copies.set(of, (copy = { ...of }));
  return copy;
}

/** A layer that is called again: its weights are counted where it is called first. */
function shared(of: Op): Op {
  let copy = withoutWeights.get(of);
  if (copy) return copy;
  const { weights: _, ...bare } = of;
  copy = {
    ...bare,
    infer: (inputs, args, must, call) =>
      of.infer(inputs, args, must, ((name: string, inner: Op, ...more: [any]) =>
        call(name, shared(inner), ...more)) as Call),
  };
  withoutWeights.set(of, copy);
  return copy;
}

export const outputOf = (graph: Graph, steps: readonly Step[]): Shape | undefined => {
  const [output, ...others] = graph.outputs;
  return output?.node === undefined || others.length ? undefined : outputsOf(steps[output.node])?.[output.port];
};
