import {
  type Counts,
  countsOf,
  type Inner,
  isComplete,
  type Model,
  macsOf,
  outputsOf,
  parametersOf,
  type Source,
  type Step,
  shapeAt,
  shapesOf,
  stepsOf,
} from "../core/analysis";
import { add, type Dim, isKnown, mul, type Shape, showDim } from "../core/dim";
import type { Row } from "../core/graph";
import { image } from "./connect";
import { type ReceptiveField, receptiveFields, type Seen } from "./receptive-field";

/** A number, an expression over symbols, or null where nothing is known. */
export type Figure = number | string | null;
export type Sizes = readonly Figure[] | null;

export interface LayerSummary {
  readonly index: number;
  /** From one; null where the model never was text. */
  readonly line: number | null;
  readonly name: string | null;
  readonly type: string;
  readonly from: readonly (number | string)[];
  readonly repeats: number;
  readonly inputs: readonly Sizes[];
  readonly outputs: readonly Sizes[];
  readonly parameters: Figure;
  readonly trainable: Figure;
  readonly macs: Figure;
  readonly activationBytes: Figure;
  readonly receptiveField: ReceptiveField;
  readonly children?: readonly LayerSummary[];
}

export interface Totals {
  readonly parameters: Figure;
  readonly trainable: Figure;
  readonly macs: Figure;
  readonly activationBytes: Figure;
}

export interface ModelSummary {
  readonly scale: string | null;
  /** Of the only input, or by the name of each. */
  readonly input: Sizes | { readonly [name: string]: Sizes };
  readonly layers: readonly LayerSummary[];
  readonly totals: Totals;
}

/** Everything a table of the model shows. `lineAt` tells the line of an offset. */
export function summarise(model: Model, lineAt: (offset: number) => number | null): ModelSummary {
  const context: Context = { model, lineAt, bytes: bytesOf(model), fields: receptiveFields(model) };
  const layers = model.graph.rows.map((row) => ofRow(row, context));
  const activations = model.graph.rows.map((row) => activationsOf(shapesOf(model, row), context.bytes));
  return {
    scale: model.id ?? null,
    input: inputOf(model),
    layers,
    totals: {
      ...countsAndMacs(model, model.steps),
      activationBytes: figure(add(...activations)),
    },
  };
}

interface Context {
  readonly model: Model;
  readonly lineAt: (offset: number) => number | null;
  /** Of one value. */
  readonly bytes: number;
  readonly fields: ReturnType<typeof receptiveFields>;
}

const half = new Set(["float16", "bfloat16"]);
const bytesOf = ({ graph }: Model): number => (half.has(graph.training?.precision ?? "") ? 2 : 4);

export const figure = (dim: Dim): Figure => (typeof dim === "number" ? (isKnown(dim) ? dim : null) : showDim(dim));
const sizes = (shape: Shape | undefined): Sizes => (shape ? image(shape).map(figure) : null);

function inputOf({ graph }: Model): ModelSummary["input"] {
  const given = graph.nodes.filter((node) => node.given);
  if (given.length === 1) return sizes(given[0]!.given);
  return given.length ? Object.fromEntries(given.map(({ label, given: shape }) => [label, sizes(shape)])) : null;
}

/** A sum that leaves something out is no sum: where a step is not understood, there is none. */
function countsAndMacs({ graph }: Model, steps: readonly Step[]): Omit<Totals, "activationBytes"> {
  if (!isComplete(steps)) return { parameters: null, trainable: null, macs: null };
  const counts = countsOf(steps);
  return {
    parameters: figure(parametersOf(counts, graph)),
    trainable: figure(counts.trainable),
    macs: figure(macsOf(steps)),
  };
}

/** Of the maps a row hands on, for one image; the batch does not count. */
function activationsOf(shapes: readonly (Shape | undefined)[], bytes: number): Dim {
  if (!shapes.length) return Number.NaN;
  return add(...shapes.map((shape): Dim => (shape ? mul(bytes, ...image(shape)) : Number.NaN)));
}

function ofRow(row: Row, context: Context): LayerSummary {
  const { model, bytes, fields } = context;
  const shapes = shapesOf(model, row);
  const last = row.outputs[0];
  const children = childrenOf(row, context);
  return {
    index: row.index,
    line: context.lineAt(row.opSpan.from),
    name: row.name ?? null,
    type: row.op,
    from: row.from,
    repeats: row.repeats,
    inputs: row.inputs.map((edge) => sizes(shapeAt(model, edge))),
    outputs: shapes.length ? shapes.map(sizes) : [null],
    ...countsAndMacs(model, stepsOf(model, row)),
    activationBytes: figure(activationsOf(shapes, bytes)),
    receptiveField: last?.node === undefined ? null : fields.at(last.node, last.port),
    ...(children.length && { children }),
  };
}

/** The rows inside a block or a repetition, or the calls inside a composite. */
function childrenOf(row: Row, context: Context): readonly LayerSummary[] {
  if (row.rows.length) return row.rows.map((inside) => ofRow(inside, context));
  const own = row.nodes.map((id) => context.model.steps[id]!).filter(({ node }) => !node.either);
  const [only] = own;
  if (own.length !== 1 || !only?.outcome) return own.length > 1 ? own.map((step, i) => ofStep(step, i, context)) : [];
  const inputs = only.node.inputs.map((edge) => shapeAt(context.model, edge));
  return ofCalls(
    only.outcome.calls,
    context.fields.inside(only.node.id),
    inputs,
    context.lineAt(row.opSpan.from),
    context,
  );
}

/** One of several operators that a single row stands for, such as an activation named inside a layer. */
function ofStep(step: Step, index: number, context: Context): LayerSummary {
  const { model, bytes, fields } = context;
  const shapes = outputsOf(step) ?? [];
  return {
    index,
    line: context.lineAt(step.node.opSpan.from),
    name: null,
    type: step.node.op,
    from: [-1],
    repeats: 1,
    inputs: step.node.inputs.map((edge) => sizes(shapeAt(model, edge))),
    outputs: shapes.length ? shapes.map(sizes) : [null],
    ...countsAndMacs(model, [step]),
    activationBytes: figure(activationsOf(shapes, bytes)),
    receptiveField: fields.at(step.node.id, 0),
  };
}

function ofCalls(
  calls: readonly Inner[],
  seen: readonly Seen[],
  inputs: readonly (Shape | undefined)[],
  line: number | null,
  context: Context,
): readonly LayerSummary[] {
  const shapeOf = (source: Source | undefined): Shape | undefined =>
    source && (source.call < 0 ? inputs[source.port] : calls[source.call]?.outputs[source.port]);
  return calls.map((call, index): LayerSummary => {
    const read = call.inputs.map(shapeOf);
    const children = ofCalls(call.calls, seen[index]?.calls ?? [], read, line, context);
    return {
      index,
      line,
      name: call.name || null,
      type: call.op.name,
      from: call.inputs.map((source) => (source && source.call >= 0 ? source.call - index : "input")),
      repeats: 1,
      inputs: read.map(sizes),
      outputs: call.outputs.map(sizes),
      ...figuresOf(call.counts, call.macs, context),
      activationBytes: figure(activationsOf(call.outputs, context.bytes)),
      receptiveField: seen[index]?.outputs[0] ?? null,
      ...(children.length && { children }),
    };
  });
}

const figuresOf = (counts: Counts, macs: Dim, { model }: Context): Omit<Totals, "activationBytes"> => ({
  parameters: figure(parametersOf(counts, model.graph)),
  trainable: figure(counts.trainable),
  macs: figure(macs),
});
