import type { Place } from "../core/format";
import { showImages } from "./figures";
import { activeModel, type Snapshot } from "./snapshot";
import { outputsOf, usesIn } from "./use";

/** The layers one may read, each with what it hands on. */
export function layerDetails(snapshot: Snapshot, { layers, span }: Place & { readonly kind: "from" }) {
  const model = activeModel(snapshot);
  const above = model ? usesIn(model).filter(({ row }) => row.span.from < span.from) : [];
  return layers.map(({ name, op }) => {
    const use = above.findLast(({ row }) => row.op === op && (row.name ?? String(row.index)) === name);
    const input = model?.graph.nodes.find(({ given, label }) => given && label === name);
    const shapes = use ? outputsOf(use) : input ? [input.given] : [];
    return { name, detail: shapes.some((shape) => shape) ? `${op} → ${showImages(shapes)}` : op };
  });
}
