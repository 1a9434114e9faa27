import { type Model, weightsOf } from "./analysis";
import type { Row } from "./graph";
import type { Weight } from "./op";

/** The weights of one row of a model, by the names under which they are stored below that row. */
export interface Stored {
  readonly weights: ReadonlyMap<string, Weight>;
  /** Whether these are all, or something of the row is not known. */
  readonly isWhole: boolean;
}

/** By row of the model's own list: a loader finds weights by the row's own name, or its number, and what stands here. */
export const storedWeights = (model: Model): readonly Stored[] =>
  model.graph.rows.map((row) => {
    const weights = new Map<string, Weight>();
    return { weights, isWhole: look(model, row, "", weights) };
  });

function look(model: Model, row: Row, prefix: string, found: Map<string, Weight>): boolean {
  let isWhole = true;
  row.nodes.forEach((id, i) => {
    const { outcome, node, absent } = model.steps[id]!;
    if (!outcome) isWhole &&= absent === true;
    // What a layer shares belongs to another.
    if (!outcome || node.shares !== undefined) return;
    const path = row.nodes.length > 1 ? `${prefix}${i}.` : prefix;
    for (const weight of weightsOf(outcome, path)) found.set(weight.name, weight);
  });
  for (const inside of row.rows)
    isWhole = look(model, inside, `${prefix}${inside.name ?? inside.index}.`, found) && isWhole;
  return isWhole;
}
