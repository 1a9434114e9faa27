import { add, type Dim, type Shape } from "./dim";
import type { Arg, Edge, Graph, Node, Row } from "./graph";
import type { Op, Weight } from "./op";
import type { Problem } from "./problem";
import { parameterOf, type Spelling } from "./vocabulary";

/** Numbers of weights by kind, those of the calls inside included. */
export type Counts = { readonly [K in Weight["kind"]]: Dim };

export const noCounts: Counts = { trainable: 0, frozen: 0, state: 0 };

/** Where a tensor inside a call comes from: an output of an earlier call beside it, or (−1) an input of the call around. */
export interface Source {
  readonly call: number;
  readonly port: number;
  /** Of its channels only these. */
  readonly part?: Channels;
}

export interface Channels {
  readonly at: number;
  readonly size: number;
}

/** What inference finds out about one call of an operator, whoever makes it. */
export interface Outcome {
  /** Output shapes in the order of ports, as the framework orders axes; none where they cannot be known. */
  readonly outputs: readonly Shape[];
  /** The operator's own; those of the calls inside are theirs. */
  readonly weights: readonly Weight[];
  readonly counts: Counts;
  readonly macs: Dim;
  /** What the operator's own multiply-accumulates are the product of; none where it has none. */
  readonly factors: readonly Dim[];
  readonly calls: readonly Inner[];
  /** It gives exactly what it gets, with these arguments. */
  readonly changesNothing?: true;
  /** Where the outputs of an operator that calls others come from. */
  readonly results: readonly (Source | undefined)[];
}

/** A call of an operator inside another. */
export interface Inner extends Outcome {
  readonly name: string;
  readonly op: Op;
  readonly args: { readonly [name: string]: unknown };
  readonly inputs: readonly (Source | undefined)[];
}

/** A node with all that is known about it. */
export interface Step {
  readonly node: Node;
  /** Absent for an operator nobody knows. */
  readonly spelling?: Spelling;
  /** Arguments as read, defaults included; absent when one is missing, wrong or unknown. */
  readonly args?: { readonly [name: string]: unknown };
  /** Absent when it cannot be known. */
  readonly outcome?: Outcome;
  /** It states another size than arrives, so that what follows may well be wrong. */
  readonly doubtful?: true;
  /** What is wrong here has been reported, and nothing that follows from it is known. */
  readonly broken?: true;
  /** The layer is not there: a condition on sizes left it out. */
  readonly absent?: true;
}

/** One graph of a file, understood as far as it can be. */
export interface Model {
  readonly id?: string;
  readonly graph: Graph;
  /** By the id of their node. */
  readonly steps: readonly Step[];
}

/** An immutable snapshot: one version of one file. */
export interface Analysis {
  readonly models: readonly Model[];
  readonly problems: readonly Problem[];
  /** What a comment in the file silences. */
  readonly suppressed: readonly Problem[];
}

export const outputsOf = (step: Step | undefined): readonly Shape[] | undefined => step?.outcome?.outputs;

/** The shape at an edge, where it is known. */
export const shapeAt = ({ steps }: Model, { node, port }: Edge): Shape | undefined =>
  node === undefined ? undefined : outputsOf(steps[node])?.[port];

/** The steps of a row, those of the rows inside it included. */
export const stepsOf = (model: Model, row: Row): readonly Step[] => [
  ...row.nodes.map((id) => model.steps[id]!),
  ...row.rows.flatMap((inside) => stepsOf(model, inside)),
];

/** Weights that steps bring into the model, by kind; shared ones belong to the layer that has them. */
export function countsOf(steps: readonly Step[]): Counts {
  const own = steps
    .filter((step) => step.outcome && step.node.shares === undefined)
    .map((step) => step.outcome!.counts);
  const sum = (kind: Weight["kind"]): Dim => add(...own.map((counts) => counts[kind]));
  return { trainable: sum("trainable"), frozen: sum("frozen"), state: sum("state") };
}

/** What the framework itself calls the number of parameters. */
export const parametersOf = (counts: Counts, { vocabulary }: Graph): Dim =>
  add(counts.trainable, counts.frozen, vocabulary.countsState ? counts.state : 0);

/** Multiply-accumulates for one image, outside of training. */
export const macsOf = (steps: readonly Step[]): Dim =>
  add(...steps.map((step) => (step.outcome && !step.node.training ? step.outcome.macs : 0)));

/** Whether all of it is counted, or something unknown is left out. */
export const isComplete = (steps: readonly Step[]): boolean => steps.every((step) => step.outcome || step.absent);

/** Whether it is certain who reads whom: nothing is wrong with any of it or still open, but for modules that nobody knows. */
export const isUnbroken = (steps: readonly Step[]): boolean =>
  steps.every(
    ({ node, outcome, absent, broken }) =>
      outcome || absent || !(broken || node.guards || node.either || node.op === ""),
  );

/** A module of somebody's own, of which nothing is known but what it reads. */
export const isForeign = (step: Step | undefined): boolean =>
  step !== undefined &&
  !step.spelling &&
  !step.node.given &&
  !step.node.made &&
  !step.node.either &&
  step.node.op !== "";

/** Every weight of a call under the name the framework gives it. */
export function weightsOf(call: Outcome, prefix = ""): readonly Weight[] {
  const own = call.weights.map((weight) => ({ ...weight, name: prefix + weight.name }));
  return [...own, ...call.calls.flatMap((inner) => weightsOf(inner, inner.name ? `${prefix}${inner.name}.` : prefix))];
}

/** The written argument behind an operator's parameter, if there is one. */
export const argOf = ({ node, spelling }: Step, param: string): Arg | undefined =>
  spelling && node.args.find(({ name }) => name !== undefined && parameterOf(spelling, name) === param);

/** The shapes a row hands on: all outputs of its last node, or what the rows inside it give. Empty where they are unknown. */
export function shapesOf(model: Model, row: Row): readonly (Shape | undefined)[] {
  if (row.gives) return row.gives;
  const last = row.outputs[0]?.node;
  const step = last === undefined ? undefined : model.steps[last];
  const own = row.outputs.length === 1 && row.outputs[0]!.port === 0 && nodesIn(row).includes(last!);
  return own ? (outputsOf(step) ?? []) : row.outputs.map((edge) => shapeAt(model, edge));
}

const nodesIn = (row: Row): readonly number[] => [...row.nodes, ...row.rows.flatMap(nodesIn)];
