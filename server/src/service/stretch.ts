import { inferGraph } from "../analysis/infer-graph";
import type { Model, Outcome, Step } from "../core/analysis";
import { batch } from "../core/batch";
import type { Shape } from "../core/dim";
import type { Graph } from "../core/graph";
import { fillIn } from "../core/param";
import type { Rule, RuleOptions } from "../core/rule";
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
  readonly trainable: number;
  readonly frozen: number;
  readonly state: number;
  readonly macs: number;
  readonly countsState: boolean;
  /** A layer with filters of its own: no rule that is `near` looks through it for what is wrong. */
  readonly isFilter: boolean;
  /** Some rule that has to see the whole model wants to because of this layer. */
  readonly isWanted: boolean;
}

/** What is on, by how much of a model has to be seen for it. */
export interface Lints {
  readonly near: readonly Rule[];
  readonly whole: readonly Rule[];
  readonly options: RuleOptions;
}

/** The last layer of a stretch of which reading and inference have nothing to say, and all of which is known. */
export function lastOf(stretch: Stretch, lints: Lints): Last | undefined {
  const model = inferred(stretch);
  return model && read(model.steps.at(-1)!, model.graph, lints);
}

/** Whether nothing at all is to be said of a stretch. */
export function isSilent(stretch: Stretch, { near, options }: Lints): boolean {
  const model = inferred(stretch);
  if (!model) return false;
  let silent = true as boolean;
  const tell = (): void => {
    silent = false;
  };
  for (const rule of near) if (silent) rule.check(model, tell, fillIn(rule.options, options[rule.id] ?? {}));
  return silent;
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

function read(step: Step, { vocabulary }: Graph, { whole, options }: Lints): Last | undefined {
  const { outputs, counts, macs, calls } = step.outcome as Outcome;
  const { trainable, frozen, state } = counts;
  const figures = [trainable, frozen, state, macs];
  if (!figures.every(Number.isSafeInteger)) return undefined;
  const { traits } = step.spelling!.op;
  return {
    output: outputs[0]!.slice(1) as readonly number[],
    trainable: trainable as number,
    frozen: frozen as number,
    state: state as number,
    macs: macs as number,
    countsState: vocabulary.countsState,
    isFilter: !calls.length && (traits.includes("convolution") || traits.includes("dense")),
    isWanted: whole.some((rule) => rule.wants?.(step, fillIn(rule.options, options[rule.id] ?? {})) ?? true),
  };
}
