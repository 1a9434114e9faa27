import type { Edge, Graph, Node, Row } from "../../core/graph";
import type { Trace } from "../trace";
import type { Obj, Tensor } from "../values";
import type { Layers } from "./layers";

/** What leads to some tensors, as the graph of a model. */
export function drawn(outputs: readonly Tensor[], inputs: readonly Tensor[], trace: Trace, layers: Layers): Graph {
  const reached = new Set<number>(inputs.map(({ node }) => node));
  const open = outputs.map(({ node }) => node);
  while (open.length) {
    const id = open.pop()!;
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...trace.nodes[id]!.inputs.flatMap(({ node }) => node ?? []));
  }
  const places = new Map<number, number>();
  const owners = new Map<Obj, number>();
  const counts = new Map<string, number>();
  const rows: Row[] = [];
  const nodes: Node[] = [];
  let isLoose = false;
  const moved = ({ node, ...edge }: Edge): Edge => {
    const place = places.get(node ?? -1);
    return place === undefined ? edge : { ...edge, node: place };
  };
  for (const id of [...reached].sort((a, b) => a - b)) {
    const node = trace.nodes[id]!;
    const place = nodes.length;
    places.set(id, place);
    const layer = trace.layers.get(id);
    // A function that an argument names belongs to its layer.
    const isApplied = trace.vocabulary.activations?.has(node.op) === true;
    const shares = layer && !isApplied ? owners.get(layer) : undefined;
    if (layer && !isApplied && shares === undefined) owners.set(layer, place);
    const weight = layers.learned.get(id);
    isLoose ||= !node.given && !weight && (!trace.steps[id]!.spelling || trace.doubts.has(id));
    const label = node.given
      ? node.label
      : weight
        ? weight.name
        : ((layer && layers.nameOf(layer)) ?? counted(node.op, counts));
    const one = { ...node, id: place, label, inputs: node.inputs.map(moved), ...(shares !== undefined && { shares }) };
    const { made } = node;
    if (weight && made) Object.assign(one, { made: { ...made, weights: [{ ...weight, dims: made.shape }] } });
    const row = isApplied && !layer ? undefined : isApplied ? rows.at(-1) : rowOf(one, rows.length, nodes);
    if (row && isApplied) Object.assign(row, { nodes: [...row.nodes, place], outputs: [{ node: place, port: 0 }] });
    else if (row) rows.push(row);
    nodes.push(row ? { ...one, row } : one);
  }
  // What a layer learns and does not use counts all the same.
  for (const id of layers.learned.keys()) isLoose ||= !reached.has(id);
  const results = outputs.map(({ node, port }) => moved({ node, port }));
  return { vocabulary: trace.vocabulary, nodes, rows, outputs: results, ...(isLoose && { loose: true as const }) };
}

function rowOf(
  { id, label, op, span, opSpan, inputs, given }: Omit<Node, "row">,
  index: number,
  nodes: readonly Node[],
): Row | undefined {
  if (given || op === "") return undefined;
  return {
    index,
    label,
    op,
    name: label,
    from: inputs.map(({ node }) => (node === undefined ? "?" : node === id - 1 ? -1 : nodes[node]!.label)),
    repeats: 1,
    span: { from: Math.min(span.from, opSpan.from), to: Math.max(span.to, opSpan.to) },
    opSpan,
    rows: [],
    nodes: [id],
    inputs,
    outputs: [{ node: id, port: 0 }],
  };
}

/** `conv2d`, `conv2d_1`, as Keras calls what has no name. */
function counted(op: string, counts: Map<string, number>): string {
  const stem = op.replace(/([a-z])(?=[A-Z])/g, "$1_").toLowerCase();
  const count = counts.get(stem) ?? 0;
  counts.set(stem, count + 1);
  return count ? `${stem}_${count}` : stem;
}
