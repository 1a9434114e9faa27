import { type Model, shapeAt, shapesOf } from "../../core/analysis";
import { mul, showShape } from "../../core/dim";
import { thousands } from "../../core/figures";
import type { Row } from "../../core/graph";
import { type Message, say } from "../../core/message";
import type { Weight } from "../../core/op";
import { storedWeights } from "../../core/stored-weights";

/** A tensor as weights are stored: what must be the same for it to be used again, and what it counts for. */
interface Tensor {
  readonly shape: string;
  readonly tensors: number;
  readonly parameters: number;
}

/** The tensors of a row by their names; nothing where something of it is not known. */
export type Tensors = ReadonlyMap<string, Tensor> | undefined;

/** Whatever can be done to any row is compared with those of the model as it is. */
const remembered = new WeakMap<Model, readonly Tensors[]>();

/** The rows of a model by number, as their weights are stored. */
export function tensorsIn(model: Model): readonly Tensors[] {
  let found = remembered.get(model);
  if (!found) {
    const stored = storedWeights(model);
    found = stored.map(({ weights, isWhole }) => (isWhole ? tensorsOf([...weights.values()]) : undefined));
    remembered.set(model, found);
  }
  return found;
}

function tensorsOf(weights: readonly Weight[]): Tensors {
  const found = new Map<string, Tensor>();
  for (const { name, dims, kind } of weights) {
    const size = mul(...dims);
    if (typeof size !== "number" || Number.isNaN(size)) return undefined;
    // Beside each running mean it is stored over how many batches it was taken.
    const tensors = name.endsWith("running_mean") ? 2 : 1;
    found.set(name, { shape: showShape(dims), tensors, parameters: kind === "state" ? 0 : size });
  }
  return found;
}

/** How much of the weights that were trained before still fits, by the number of the row, the name and the shape. */
export function keptWeights(before: readonly Tensors[], after: readonly Tensors[]): Message | undefined {
  if (before.some((row) => !row) || after.some((row) => !row)) return undefined;
  let [all, rows, tensors, parameters] = [0, 0, 0, 0];
  before.forEach((row, i) => {
    const kept = [...row!].filter(([name, { shape }]) => after[i]?.get(name)?.shape === shape);
    if (row!.size) all++;
    if (row!.size && kept.length === row!.size) rows++;
    for (const [, tensor] of kept) {
      tensors += tensor.tensors;
      parameters += tensor.parameters;
    }
  });
  if (!all) return undefined;
  if (rows === all) return say`keeps all weights trained before`;
  return say`keeps ${rows} of ${all} rows, ${thousands(String(tensors))} tensors, ${thousands(String(parameters))} parameters of weights trained before`;
}

/** A row of which the graph says that it hands on just what it reads, so that all behind it stays as it is. */
export function keepsShape(model: Model, row: Row): boolean {
  const [input, ...more] = row.inputs.map((edge) => shapeAt(model, edge));
  const [output, ...others] = shapesOf(model, row);
  return !more.length && !others.length && !!input && !!output && showShape(input) === showShape(output);
}
