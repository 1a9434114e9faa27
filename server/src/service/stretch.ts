import { inferGraph } from "../analysis/infer-graph";
import type { Active, Met, Needs, Sums } from "../analysis/needs";
import { type Model, type Outcome, parametersOf, type Step } from "../core/analysis";
import { batch } from "../core/batch";
import type { Shape } from "../core/dim";
import type { Graph, Row } from "../core/graph";
import { native } from "../formats/native/index";
import { fromPlain } from "../tree/plain";
import { memories } from "./memories";

/** Layers one after another, out of a longer model or from its start. */
export interface Stretch {
  readonly framework: unknown;
  readonly layers: readonly unknown[];
  /** Of one image, as written at the start of the model, or as it comes out of the layer before. */
  readonly input: readonly number[];
  readonly isStart: boolean;
}

/** What the last layer of a stretch adds to the model. */
export interface Last {
  /** What it gives for one image. */
  readonly output: readonly number[];
  /** As the framework counts them. */
  readonly parameters: number;
  readonly macs: number;
  /** A layer with filters of its own: no rule that is `near` looks through it for what is wrong. */
  readonly isFilter: boolean;
  /** What it meets of the needs of lints. */
  readonly met: Met;
  /** What it adds to the totals of lints. */
  readonly totals: readonly number[];
  /** The layer by itself, behind what it reads. */
  readonly graph: Graph;
  readonly input: Step;
  readonly step: Step;
  /** The same behind so many others. */
  readonly placed: Map<number, Step>;
}

/** The last layer of a stretch of which reading and inference have nothing to say, and all of which is known. */
export function lastOf(stretch: Stretch, needs: Needs): Last | undefined {
  const model = inferred(stretch);
  return model && read(model, needs);
}

/** Whether nothing is to be said of a stretch by lints that see enough of a model in it. */
export function isSilent(stretch: Stretch, needs: Needs): boolean {
  const model = inferred(stretch);
  if (!model) return false;
  const met = needs.ofAll(model.steps, model.graph.vocabulary.layout);
  const sums = (): Sums => needs.sumsOf(model.steps, model.graph);
  return [...needs.concerned(met, model.graph, sums)].every((lint) => !lint.rule.near || saysNothing(lint, model));
}

/** Whether a lint says nothing of a model. */
export function saysNothing({ rule, options }: Active, model: Model): boolean {
  let silent = true as boolean;
  rule.check(
    model,
    () => {
      silent = false;
    },
    options,
  );
  return silent;
}

/**
 * One model of layers that have been looked at one by one. Where they are written nobody knows, but not in one place.
 * `keep` is told of each that stands where it did not stand before, since that is remembered.
 */
export function together(layers: readonly Last[], keep: () => void): Model {
  const { graph, input } = layers[0]!;
  const steps: Step[] = [input];
  for (const { step, placed } of layers) {
    const id = steps.length;
    let here = placed.get(id);
    if (!here) {
      placed.set(id, (here = placedAt(step, id)));
      keep();
    }
    steps.push(here);
  }
  const nodes = steps.map(({ node }) => node);
  const rows = nodes.flatMap(({ row }) => row ?? []);
  return { graph: { ...graph, nodes, rows, outputs: [{ node: nodes.length - 1, port: 0 }] }, steps };
}

function placedAt(step: Step, id: number): Step {
  const span = { from: id, to: id };
  const inputs = step.node.inputs.map((edge) => ({ ...edge, node: id - 1 }));
  const outputs = [{ node: id, port: 0 }];
  const row: Row = { ...step.node.row!, index: id - 1, span, opSpan: span, nodes: [id], inputs, outputs };
  return { ...step, node: { ...step.node, id, span, opSpan: span, row, inputs } };
}

function inferred({ framework, layers, input, isStart }: Stretch): Model | undefined {
  const value = { ...(framework !== undefined && { framework }), input: isStart ? input : [1], layers };
  const { models, problems } = native.read(fromPlain(value), isStart ? {} : { input });
  const { graph, problems: more = [] } = models[0]!;
  if (problems.length || more.length || graph.assumed || graph.nodes.length !== layers.length + 1) return undefined;
  let isBroken = false as boolean;
  const steps = inferGraph(graph, memories, () => {
    isBroken = true;
  });
  if (isBroken || !steps.every(isPlain)) return undefined;
  return isStart ? { graph, steps } : withoutStart(graph, steps);
}

/** It gives one tensor, which comes out of the layer itself and is known but for the number of images. */
function isPlain({ outcome }: Step): boolean {
  const [shape, ...others] = outcome?.outputs ?? [];
  return !others.length && isSized(shape) && outcome!.results.every((source) => source && source.call >= 0);
}

const isSized = (shape: Shape | undefined): boolean =>
  shape !== undefined && shape[0] === batch && shape.slice(1).every(Number.isSafeInteger);

/** What the first layer reads is some tensor of that size, and not known to be the image that the model is given. */
function withoutStart(graph: Graph, [first, ...steps]: readonly Step[]): Model {
  const { given: _, ...node } = { ...first!.node, op: "" };
  return {
    graph: { ...graph, nodes: [node, ...graph.nodes.slice(1)] },
    steps: [{ ...first!, node }, ...steps],
  };
}

function read({ steps, graph }: Model, needs: Needs): Last | undefined {
  const [input, step] = steps as readonly [Step, Step];
  const { vocabulary } = graph;
  const { outputs, counts, macs, calls } = step.outcome as Outcome;
  const { trainable, frozen, state } = counts;
  const figures = [trainable, frozen, state, macs];
  if (!figures.every(Number.isSafeInteger)) return undefined;
  const { traits } = step.spelling!.op;
  return {
    output: outputs[0]!.slice(1) as readonly number[],
    parameters: parametersOf(counts, graph) as number,
    macs: macs as number,
    isFilter: !calls.length && (traits.includes("convolution") || traits.includes("dense")),
    met: needs.of(step, steps, vocabulary.layout),
    totals: needs.totalsOf(step, graph),
    graph,
    input,
    step,
    placed: new Map(),
  };
}
