import type { Place } from "../core/format";
import { showImages } from "./figures";
import { activeModel, type Snapshot } from "./snapshot";
import { outputsOf, type Use, usesIn } from "./use";

/** The layers one may read, each with what it hands on. */
export function layerDetails(snapshot: Snapshot, { layers, span }: Place & { readonly kind: "from" }) {
  const model = activeModel(snapshot);
  // By name and operator: in the body of a block other layers may have the names of those outside.
  const above = new Map<string, Use>();
  for (const use of model ? usesIn(model) : [])
    if (use.row.span.from < span.from) above.set(`${use.row.name ?? use.row.index} ${use.row.op}`, use);
  const inputs = new Map(model?.graph.nodes.flatMap(({ given, label }) => (given ? [[label, given]] : [])));
  return layers.map(({ name, op }) => {
    const use = above.get(`${name} ${op}`);
    const shapes = use ? outputsOf(use) : [inputs.get(name)];
    return { name, detail: shapes.some((shape) => shape) ? `${op} → ${showImages(shapes)}` : op };
  });
}
