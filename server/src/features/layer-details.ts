import type { Place } from "../core/format";
import { beside, render, say } from "../core/message";
import { type ReceptiveFields, receptiveFields } from "../core/receptive-field";
import { imagesIn } from "./figures";
import { activeModel, type Snapshot } from "./snapshot";
import { outputsOf, type Use, usesIn } from "./use";

/** The layers one may read, each with what it hands on and the step between its pixels. */
export function layerDetails(snapshot: Snapshot, { layers, span }: Place & { readonly kind: "from" }) {
  const model = activeModel(snapshot);
  const { voice } = snapshot;
  // By name and operator: in the body of a block other layers may have the names of those outside.
  const above = new Map<string, Use>();
  for (const use of model ? usesIn(model) : [])
    if (use.row.span.from < span.from) above.set(`${use.row.name ?? use.row.index} ${use.row.op}`, use);
  const inputs = new Map(model?.graph.nodes.flatMap(({ given, label }) => (given ? [[label, given]] : [])));
  const fields = model && receptiveFields(model);
  return layers.map(({ name, op, index, naming = [] }) => {
    const row = index === undefined ? undefined : model?.graph.rows[index];
    const use = row ? { model: model!, row } : index === undefined ? above.get(`${name} ${op}`) : undefined;
    const shapes = use ? outputsOf(use) : [inputs.get(index === -1 ? op : name)];
    if (!shapes.some((shape) => shape)) return { name, naming, detail: op };
    const given = say`${op} → ${imagesIn(shapes, voice)}`;
    const stride = strideOf(use, fields);
    return {
      name,
      naming,
      detail: render(stride === undefined ? given : beside([given, say`stride ${stride}`], voice), voice),
    };
  });
}

/** How many pixels of the input lie between two of what the row gives, where that is more than one. */
function strideOf(use: Use | undefined, fields: ReceptiveFields | undefined): string | undefined {
  const edge = use?.row.outputs[0];
  if (!fields || edge?.node === undefined) return undefined;
  const { receptiveField, effectiveStride } = fields.at(edge.node, edge.port);
  const known = receptiveField !== null && typeof effectiveStride === "number" && effectiveStride !== 1;
  return known ? String(Number(effectiveStride.toPrecision(4))) : undefined;
}
