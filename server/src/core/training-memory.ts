import { countsOf, type Model, type Outcome, type Step } from "./analysis";
import { valuesOf } from "./batch";
import { bytesPerValue } from "./bytes";
import { add, type Dim, mul, type Shape } from "./dim";
import type { Spelling } from "./vocabulary";

/**
 * Bytes that one step of training holds, as far as they follow from the model. Weights, gradients and what
 * the optimizer keeps are float32, as mixed precision keeps them too; activations are of the stated
 * precision. What a framework reserves beyond that, such as workspace and fragments, is not counted.
 */
export interface TrainingMemory {
  readonly batchSize: number;
  readonly optimizer: string | null;
  /** Parameters and running statistics. */
  readonly weights: number;
  readonly gradients: number;
  /** One value for each trained weight with momentum, two with adam and adamw. */
  readonly optimizerState: number;
  /** The batch, and every result that the way back needs. */
  readonly activations: number;
  /** The most at one time, over the way forth and the way back. */
  readonly peak: number;
}

const float32 = 4;

/** Values that the optimizer keeps for each trained weight. */
const kept: { readonly [optimizer: string]: number } = { sgd: 0, momentum: 1, adam: 2, adamw: 2 };

/** Nothing where the file says nothing of training, or where a size is no number. */
export function trainingMemory(model: Model): TrainingMemory | undefined {
  const { training } = model.graph;
  if (!training) return undefined;
  const { batch_size: batchSize = 1, optimizer = null } = training;
  const { trainable, frozen, state } = countsOf(model.steps);
  const bytes = batchSize * bytesPerValue(model.graph);
  const held = model.steps.map((step) => heldBy(step, bytes));
  const counted = [trainable, frozen, state, ...held.flatMap(({ all, output }) => [all, output])];
  if (!counted.every(isNumber)) return undefined;
  const weights = float32 * ((trainable as number) + (frozen as number) + (state as number));
  const gradients = float32 * (trainable as number);
  const optimizerState = gradients * (kept[optimizer ?? ""] ?? 0);
  const activations = (held as readonly Held<number>[]).reduce((sum, { all }) => sum + all, 0);
  const peak = weights + optimizerState + mostAtOnce(model, held as readonly Held<number>[]);
  return { batchSize, optimizer, weights, gradients, optimizerState, activations, peak };
}

/** What a node leaves behind for the way back. */
interface Held<Size> {
  /** All of it, that of the calls inside included. */
  readonly all: Size;
  /** What it hands on, whose gradient is as large. */
  readonly output: Size;
}

/** Bytes that some steps bring with them: weights, their gradients, what the optimizer keeps of them, and activations. */
export function trainingBytesOf(model: Model, steps: readonly Step[]): Dim {
  const { training } = model.graph;
  const bytes = (training?.batch_size ?? 1) * bytesPerValue(model.graph);
  const { trainable, frozen, state } = countsOf(steps);
  const times = 2 + (kept[training?.optimizer ?? ""] ?? 0);
  return add(mul(float32, add(mul(times, trainable), frozen, state)), ...steps.map((step) => heldBy(step, bytes).all));
}

const isView = (spelling: Spelling | undefined): boolean => spelling?.op.traits.includes("view") ?? false;

const isNumber = (dim: Dim): boolean => typeof dim === "number" && !Number.isNaN(dim);

function heldBy({ node, outcome, absent, spelling }: Step, bytes: number): Held<Dim> {
  if (absent || node.either) return { all: 0, output: 0 };
  if (!outcome) return { all: Number.NaN, output: Number.NaN };
  if (isView(spelling)) return { all: 0, output: 0 };
  const output = valuesIn(outcome.outputs, bytes);
  // Nobody asks for the gradient of the image.
  if (node.given) return { all: output, output: 0 };
  return { all: outcome.calls.length ? inside(outcome, bytes) : output, output };
}

const inside = ({ calls }: Outcome, bytes: number): Dim =>
  add(
    ...calls.map((call): Dim => {
      if (call.op.traits.includes("view")) return 0;
      return call.calls.length ? inside(call, bytes) : valuesIn(call.outputs, bytes);
    }),
  );

const valuesIn = (shapes: readonly Shape[], bytes: number): Dim =>
  add(...shapes.map((shape) => mul(bytes, valuesOf(shape))));

/**
 * Activations and gradients at the worst moment of the way back. At a node, what was computed up to it is
 * still there; so are the gradients of all weights from it on, and of every result that something from it on has read.
 */
function mostAtOnce({ steps }: Model, held: readonly Held<number>[]): number {
  const lastReader = lastReaders(steps);
  const weightGradients = steps.map(({ node, outcome }) =>
    node.shares === undefined && outcome ? float32 * Number(outcome.counts.trainable) : 0,
  );
  let activations = held.reduce((sum, { all }) => sum + all, 0);
  let most = activations;
  let ofWeights = 0;
  let ofResults = 0;
  const begins = steps.map((_, id) => id).sort((a, b) => lastReader[b]! - lastReader[a]!);
  let next = 0;
  for (let id = steps.length - 1; id >= 0; id--) {
    for (; next < begins.length && lastReader[begins[next]!]! >= id; next++) ofResults += held[begins[next]!]!.output;
    ofWeights += weightGradients[id]!;
    most = Math.max(most, activations + ofWeights + ofResults);
    activations -= held[id]!.all;
    ofResults -= held[id]!.output;
  }
  return most;
}

/** By node, the last one that needs its result; what reads a view reads what is behind it. */
function lastReaders(steps: readonly Step[]): readonly number[] {
  const last = steps.map((_, id) => id);
  for (let id = steps.length - 1; id >= 0; id--) {
    const { node, spelling } = steps[id]!;
    const until = isView(spelling) ? last[id]! : id;
    for (const { node: read } of node.inputs) if (read !== undefined) last[read] = Math.max(last[read]!, until);
  }
  return last;
}
