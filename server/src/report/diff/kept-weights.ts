import { type Model, weightsOf } from "../../core/analysis";
import { isKnown, mul, type Shape, showShape } from "../../core/dim";
import type { Row } from "../../core/graph";
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
  const shapes = new Map<string, Shape>();
  const look = (row: Row, prefix: string): void => {
    row.nodes.forEach((id, i) => {
      const { outcome, node } = model.steps[id]!;
      if (!outcome || node.shares !== undefined) return;
      const path = row.nodes.length > 1 ? `${prefix}${i}.` : prefix;
      for (const { name, dims, kind } of weightsOf(outcome, path))
        if (kind !== "state" || model.graph.vocabulary.countsState) shapes.set(name, dims);
    });
    for (const inside of row.rows) look(inside, `${prefix}${inside.name ?? inside.index}.`);
  };
  for (const row of model.graph.rows) look(row, `${row.name ?? row.index}.`);
  return shapes;
}
