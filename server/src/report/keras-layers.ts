import type { LayerSummary } from "../analysis/summarise";
import type { Model } from "../core/analysis";
import type { Edge, Row } from "../core/graph";
import { namesOf } from "./keras-names";

/** One use of a layer as Keras lists it: blocks and repetitions are gone, and inputs are layers too. */
export interface KerasLayer {
  readonly type: string;
  /** Absent where Keras would make one up that cannot be told. */
  readonly name?: string;
  /** `conv2d[0][0]`: the layer, which of its uses, which of its outputs. */
  readonly from: readonly string[];
  /** Absent for an input of the model. */
  readonly summary?: LayerSummary;
  /** In the graph. */
  readonly nodes: readonly number[];
}

export interface KerasLayers {
  readonly layers: readonly KerasLayer[];
  /** Every layer reads the one before it and nothing else, so that neither inputs nor connections need be shown. */
  readonly chain: boolean;
}

interface Use {
  readonly type: string;
  readonly label: string;
  readonly name?: string;
  readonly nodes: readonly number[];
  readonly inputs: readonly Edge[];
  readonly summary?: LayerSummary;
}

/** The layers in the order of the file, each with what is summed up of its row. */
export function kerasLayers(model: Model, summaries: readonly LayerSummary[]): KerasLayers {
  const given = model.graph.nodes.filter((node) => node.given);
  const uses: readonly Use[] = [
    ...given.map(({ id, label }) => ({
      type: "InputLayer",
      label,
      ...(given.length > 1 && { name: label }),
      nodes: [id],
      inputs: [],
    })),
    ...model.graph.rows.flatMap((row, i) => leavesOf(row, summaries[i]!, model)),
  ];
  const owners = new Map(uses.flatMap(({ nodes }, i) => nodes.map((id) => [id, i] as const)));
  const first = uses.map((use, i) => firstUse(use, i, owners, model));
  const isSure = model.steps.every(({ node, spelling, absent }) => node.given || node.either || absent || spelling);
  const names = namesOf(
    uses.map(({ type, name }, i) => ({ type, ...(name !== undefined && { name }), first: first[i]! })),
    isSure,
  );
  const sources = uses.map(({ inputs }) => inputs.map((edge) => chosen(edge, model)));
  const told = ({ node, port }: Edge): string => {
    const at = owners.get(node ?? -1);
    if (at === undefined) return "?";
    const use = first.slice(0, at).filter((one) => one === first[at]).length;
    return `${names[at] ?? uses[at]!.label}[${use}][${port}]`;
  };
  const layers = uses.map(({ type, summary, nodes }, i): KerasLayer => {
    const name = names[i];
    const from = sources[i]!.map(told);
    return { type, ...(name !== undefined && { name }), from, ...(summary && { summary }), nodes };
  });
  const chain =
    given.length < 2 &&
    first.every((one, i) => one === i) &&
    sources.every(
      (edges, i) => i < given.length || (edges.length === 1 && (owners.get(edges[0]!.node ?? -1) ?? -1) === i - 1),
    );
  return { layers: chain ? layers.slice(given.length) : layers, chain };
}

/** The rows that call an operator and are there, inside of blocks and repetitions too. */
function leavesOf(row: Row, summary: LayerSummary, model: Model): readonly Use[] {
  if (row.rows.length) return row.rows.flatMap((inside, i) => leavesOf(inside, summary.children![i]!, model));
  const nodes = row.nodes.filter((id) => !model.graph.nodes[id]!.either);
  if (!nodes.length || nodes.every((id) => model.steps[id]!.absent)) return [];
  const { op, label } = row;
  return [
    {
      type: classOf(op, model),
      label,
      ...(row.name !== undefined && { name: row.name }),
      nodes,
      inputs: row.inputs,
      summary,
    },
  ];
}

/** Of two names for one layer the first. */
function classOf(op: string, { graph: { vocabulary } }: Model): string {
  const spelling = vocabulary.spellings.get(op);
  return [...vocabulary.spellings].find(([, other]) => other === spelling)?.[0] ?? op;
}

/** The layer whose weights this one uses is the same layer, used once more. */
function firstUse({ nodes }: Use, at: number, owners: ReadonlyMap<number, number>, { graph }: Model): number {
  let id = nodes[0]!;
  for (let shared = graph.nodes[id]!.shares; shared !== undefined; shared = graph.nodes[id]!.shares) id = shared;
  return owners.get(id) ?? at;
}

/** Behind a layer whose presence hangs on sizes: what it gives, or what it would have read. */
function chosen(edge: Edge, { graph, steps }: Model): Edge {
  let found = edge;
  for (;;) {
    const node = found.node === undefined ? undefined : graph.nodes[found.node];
    if (!node?.either) return found;
    const [here, otherwise] = node.inputs;
    found = steps[here?.node ?? -1]?.absent ? otherwise! : here!;
  }
}
