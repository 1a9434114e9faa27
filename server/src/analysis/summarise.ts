import { activationsIn, activationsOf, isLeftOut } from "../core/activations";
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
import { image } from "../core/batch";
import { bytesPerValue } from "../core/bytes";
import { add, type Dim, isKnown, type Shape, showDim } from "../core/dim";
import type { Row } from "../core/graph";
import { nowhereSeen, receptiveFields, type Seen, type View } from "../core/receptive-field";
import { type TrainingMemory, trainingMemory } from "../core/training-memory";
import type { LibraryTotals } from "./library-totals";
import type { ShownSizes } from "./shown-sizes";

/** A number, an expression over symbols, or null where nothing is known. */
export type Figure = number | string | null;
export type Sizes = readonly Figure[] | null;

export interface LayerSummary extends View {
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
  readonly children?: readonly LayerSummary[];
}

interface Figures {
  readonly parameters: Figure;
  readonly trainable: Figure;
  readonly macs: Figure;
  readonly activationBytes: Figure;
}

/** Of the whole model; with what the library says of it by its own conventions, where the file is one of a library. */
export interface Totals extends Figures, Partial<LibraryTotals> {}

export interface ModelSummary {
  readonly scale: string | null;
  /** Of the only input, or by the name of each. */
  readonly input: Sizes | { readonly [name: string]: Sizes };
  /** Nothing in the file says how large the input is. */
  readonly presumed?: true;
  readonly layers: readonly LayerSummary[];
  readonly totals: Totals;
  /** Which images the model takes; absent where nobody asked, since it takes a hundred looks at the model. */
  readonly inputSizes?: ShownSizes | null;
  /** In bytes; absent where the file says nothing of training. */
  readonly trainingMemory?: TrainingMemory;
}

/** Everything a table of the model shows. `lineAt` tells the line of an offset. */
export function summarise(
  model: Model,
  lineAt: (offset: number) => number | null,
  library?: LibraryTotals,
): ModelSummary {
  const context: Context = { model, lineAt, bytes: bytesPerValue(model.graph), fields: receptiveFields(model) };
  const layers = model.graph.rows.map((row) => ofRow(row, context));
  const activations = model.graph.rows.map((row) => activationsIn(model, row));
  const training = trainingMemory(model);
  return {
    scale: model.id ?? null,
    input: inputOf(model),
    ...(model.graph.presumed && { presumed: true }),
    layers,
    totals: {
      ...countsAndMacs(model, model.steps),
      activationBytes: figure(add(...activations)),
      ...library,
    },
    ...(training && { trainingMemory: training }),
  };
}

interface Context {
  readonly model: Model;
  readonly lineAt: (offset: number) => number | null;
  /** Of one value. */
  readonly bytes: number;
  readonly fields: ReturnType<typeof receptiveFields>;
  /** Computed while training only, so that it costs nothing otherwise. */
  readonly idle?: true;
}

export const figure = (dim: Dim): Figure => (typeof dim === "number" ? (isKnown(dim) ? dim : null) : showDim(dim));
const sizes = (shape: Shape | undefined): Sizes => (shape ? image(shape).map(figure) : null);

function inputOf({ graph }: Model): ModelSummary["input"] {
  const given = graph.nodes.filter((node) => node.given);
  if (given.length === 1) return sizes(given[0]!.given);
  return given.length ? Object.fromEntries(given.map(({ label, given: shape }) => [label, sizes(shape)])) : null;
}

/** A sum that leaves something out is no sum: where a step is not understood, there is none. */
function countsAndMacs({ graph }: Model, steps: readonly Step[]): Omit<Figures, "activationBytes"> {
  if (!isComplete(steps)) return { parameters: null, trainable: null, macs: null };
  const counts = countsOf(steps);
  return {
    parameters: figure(parametersOf(counts, graph)),
    trainable: figure(counts.trainable),
    macs: figure(macsOf(steps)),
  };
}

function ofRow(row: Row, context: Context): LayerSummary {
  const { model, fields } = context;
  const steps = stepsOf(model, row);
  const shapes = shapesOf(model, row);
  const last = row.outputs[0];
  const children = childrenOf(row, context);
  return {
    index: row.index,
    line: context.lineAt(row.span.from),
    name: row.name ?? null,
    type: row.op,
    from: row.from,
    repeats: isLeftOut(row, steps) ? 0 : row.repeats,
    inputs: row.inputs.map((edge) => sizes(shapeAt(model, edge))),
    outputs: shapes.length ? shapes.map(sizes) : [null],
    ...countsAndMacs(model, steps),
    activationBytes: figure(activationsIn(model, row)),
    ...(last?.node === undefined ? nowhereSeen : fields.at(last.node, last.port)),
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
    context.lineAt(row.span.from),
    only.node.training ? { ...context, idle: true } : context,
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
    ...fields.at(step.node.id, 0),
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
      outputs: call.outputs.length ? call.outputs.map(sizes) : [null],
      ...figuresOf(call.counts, call.macs, context),
      activationBytes: context.idle ? 0 : figure(activationsOf(call.outputs, context.bytes)),
      ...(seen[index]?.outputs[0] ?? nowhereSeen),
      ...(children.length && { children }),
    };
  });
}

const figuresOf = (counts: Counts, macs: Dim, { model, idle }: Context): Omit<Figures, "activationBytes"> => ({
  parameters: figure(parametersOf(counts, model.graph)),
  trainable: figure(counts.trainable),
  macs: idle ? 0 : figure(macs),
});
