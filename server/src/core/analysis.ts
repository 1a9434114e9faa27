import { add, type Dim, mul, type Shape } from "./dim";
import type { Arg, Graph, Node } from "./graph";
import type { Weight } from "./op";
import type { Problem } from "./problem";
import { parameterOf, type Spelling } from "./vocabulary";

/** A node with all that is known about it. */
export interface Step {
  readonly node: Node;
  /** Absent for an operator nobody knows. */
  readonly spelling?: Spelling;
  /** Arguments as read, defaults included; absent when one is missing, wrong or unknown. */
  readonly args?: { readonly [name: string]: unknown };
  /** Output shapes in the order of ports; absent when they cannot be known. */
  readonly outputs?: readonly Shape[];
  readonly weights: readonly Weight[];
  readonly macs: Dim;
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

const count = (steps: readonly Step[], counts: (weight: Weight) => boolean): Dim =>
  add(...steps.flatMap((step) => step.weights.filter(counts).map((weight) => mul(...weight.dims))));

export const parameters = (...steps: readonly Step[]): Dim => count(steps, (weight) => weight.role !== "buffer");
export const trainable = (...steps: readonly Step[]): Dim => count(steps, (weight) => weight.role === "trained");

/** The steps of each row of the model, in order. */
export function layers(model: Model): readonly (readonly Step[])[] {
  const rows: Step[][] = [];
  for (const step of model.steps) if (step.node.layer !== undefined) (rows[step.node.layer] ??= []).push(step);
  return rows;
}

/** The written argument behind an operator's parameter, if there is one. */
export const argOf = ({ node, spelling }: Step, param: string): Arg | undefined =>
  spelling && node.args.find(({ name }) => name !== undefined && parameterOf(spelling, name) === param);
