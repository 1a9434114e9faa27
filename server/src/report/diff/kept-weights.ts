import type { Model } from "../../core/analysis";
import { isKnown, mul, type Shape, showShape } from "../../core/dim";
import { storedWeights } from "../../core/stored-weights";
import type { Kept } from "./comparison";

/** How many parameters of the new model a loader finds in the old one: those in the same row, with the same name and shape. */
export function keptWeights(old: Model, now: Model): Kept | undefined {
  const before = shapesByName(old);
  let [parameters, of] = [0, 0];
  for (const [name, shape] of shapesByName(now)) {
    const size = mul(...shape);
    if (typeof size !== "number" || !isKnown(size)) return undefined;
    const found = before.get(name);
    of += size;
    if (found && showShape(found) === showShape(shape)) parameters += size;
  }
  return { parameters, of };
}

function shapesByName(model: Model): ReadonlyMap<string, Shape> {
  const { rows, vocabulary } = model.graph;
  return new Map(
    storedWeights(model).flatMap(({ weights }, i) =>
      [...weights.values()]
        .filter(({ kind }) => kind !== "state" || vocabulary.countsState)
        .map(({ name, dims }) => [`${rows[i]!.name ?? i}.${name}`, dims] as const),
    ),
  );
}
