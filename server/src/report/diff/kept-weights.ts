import type { LayerSummary } from "../../analysis/summarise";
import { isComplete, type Model, weightsOf } from "../../core/analysis";
import { isKnown, mul, type Shape, showShape } from "../../core/dim";
import type { Weight } from "../../core/op";
import { storedWeights } from "../../core/stored-weights";
import { kerasLayers } from "../keras-layers";
import type { Kept } from "./comparison";

/** A model, and what is summed up of its rows. */
export interface Weighed {
  readonly model: Model;
  readonly summary: { readonly layers: readonly LayerSummary[] };
}

/** How much of the new model a loader finds in the old one: the weights that have the same name and shape there. */
export function keptWeights(old: Weighed, now: Weighed): Kept | undefined {
  // Of a model that is not known whole nobody can say how much that is.
  if (!isComplete(old.model.steps) || !isComplete(now.model.steps)) return undefined;
  const [before, after] = [shapesByName(old), shapesByName(now)];
  if (!before || !after) return undefined;
  let [parameters, of] = [0, 0];
  const others: Kept["others"][number][] = [];
  for (const [name, shape] of after) {
    const size = mul(...shape);
    if (typeof size !== "number" || !isKnown(size)) return undefined;
    const found = before.get(name);
    const text = showShape(shape);
    of += size;
    if (found && showShape(found) === text) parameters += size;
    else others.push({ name, old: found ? showShape(found) : null, new: text });
  }
  return { parameters, of, others };
}

/** By the names under which the framework stores them; nothing where these cannot be told. */
function shapesByName(weighed: Weighed): ReadonlyMap<string, Shape> | undefined {
  const { rows, vocabulary } = weighed.model.graph;
  const counts = ({ kind }: Weight): boolean => kind !== "state" || vocabulary.countsState;
  if (vocabulary.id === "keras") return ofKeras(weighed, counts);
  return new Map(
    storedWeights(weighed.model).flatMap(({ weights }, i) =>
      [...weights.values()].filter(counts).map(({ name, dims }) => [`${rows[i]!.name ?? i}.${name}`, dims] as const),
    ),
  );
}

/** Keras names layers, also those inside of blocks, and a layer that is used again has its weights once. */
function ofKeras(
  { model, summary }: Weighed,
  counts: (weight: Weight) => boolean,
): ReadonlyMap<string, Shape> | undefined {
  const found = new Map<string, Shape>();
  for (const { name, nodes } of kerasLayers(model, summary.layers).layers) {
    const weights = nodes.flatMap((id) => {
      const { outcome, node } = model.steps[id]!;
      return outcome && node.shares === undefined ? weightsOf(outcome).filter(counts) : [];
    });
    if (weights.length && name === undefined) return undefined;
    for (const weight of weights) found.set(`${name}/${weight.name}`, weight.dims);
  }
  return found;
}
