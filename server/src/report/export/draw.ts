import { figure, type LayerSummary, type Sizes, summarise } from "../../analysis/summarise";
import { type Model, type Step, shapeAt } from "../../core/analysis";
import { image } from "../../core/batch";
import type { Shape } from "../../core/dim";
import type { Edge, Row } from "../../core/graph";
import { show } from "../../core/value";
import type { Drawn, DrawnEdge, DrawnGroup, DrawnNode } from "./graph";
import { lookOf } from "./look";

/** The graph of layers of a model; blocks that lie deeper than `depth` are one node each. */
export function draw(model: Model, depth: number, lineAt: (offset: number) => number | null): Drawn {
  const { layers } = summarise(model, lineAt);
  const drawing: Drawing = { model, depth, nodes: [], edges: [], groups: [], owners: new Map() };
  const given = model.graph.nodes.filter((node) => node.given);
  for (const node of given)
    put(drawing, inputNode(given.length > 1 ? node.label : "input", node.given!), [node.id], []);
  model.graph.rows.forEach((row, i) => drawRow(drawing, row, layers[i]!, { id: String(i), level: 0, group: null }));
  const outputs = new Set(model.graph.outputs.map((edge) => drawing.owners.get(sourceOf(model, edge).node ?? -1)));
  const nodes = drawing.nodes.map((node) => ({ ...node, isOutput: outputs.has(node.id) }));
  return { nodes, edges: drawing.edges, groups: drawing.groups.filter(({ id }) => isUsed(id, drawing)) };
}

interface Drawing {
  readonly model: Model;
  readonly depth: number;
  readonly nodes: DrawnNode[];
  readonly edges: DrawnEdge[];
  readonly groups: DrawnGroup[];
  /** By node of the model, what shows it. */
  readonly owners: Map<number, string>;
}

interface Place {
  readonly id: string;
  readonly level: number;
  readonly group: string | null;
}

/** A group with nothing in it would be drawn nowhere. */
const isUsed = (id: string, { nodes }: Drawing): boolean =>
  nodes.some(({ group }) => group === id || group?.startsWith(`${id}.`));

function drawRow(drawing: Drawing, row: Row, summary: LayerSummary, place: Place): void {
  const { model, depth } = drawing;
  // What is left out hands on what it would have read, and is nowhere to be seen.
  if (summary.repeats === 0) return;
  const isRepeated = row.rows.length > 1 && row.rows[0]!.span.from === row.span.from;
  const isOpen = row.rows.length > 0 && place.level < depth;
  if (isOpen && isRepeated)
    return row.rows.forEach((copy, i) => {
      const { name, ...told } = summary.children![i]!;
      drawRow(drawing, copy, { ...told, name: i === 0 ? name : null }, { ...place, id: `${place.id}.${i}` });
    });
  const common = {
    id: place.id,
    operator: row.op,
    name: summary.name,
    group: place.group,
    outputs: summary.outputs,
    parameters: summary.parameters,
    macs: summary.macs,
  };
  if (isOpen) {
    drawing.groups.push(common);
    return row.rows.forEach((inside, i) =>
      drawRow(drawing, inside, summary.children![i]!, {
        id: `${place.id}.${i}`,
        level: place.level + 1,
        group: place.id,
      }),
    );
  }
  const step = stepOf(model, row);
  const node: DrawnNode = {
    ...common,
    look: (isRepeated ? row.rows[0]! : row).rows.length ? "block" : lookOf(step),
    repeats: row.repeats,
    arguments: argumentsOf(row, step),
    line: summary.line,
    isOutput: false,
    isTraining: step?.node.training === true,
  };
  put(drawing, node, nodesIn(row), row.inputs);
}

/** The operator of a row, or of the first of its copies. */
const stepOf = (model: Model, row: Row): Step | undefined =>
  model.steps[row.nodes.find((id) => !model.graph.nodes[id]!.either) ?? row.rows[0]?.nodes[0] ?? -1];

function argumentsOf(row: Row, step: Step | undefined): DrawnNode["arguments"] {
  const params = row.params ?? row.rows[0]?.params;
  if (params) return [...params].map(([name, value]) => ({ name, value: show(value) }));
  const written = (step?.node.args ?? []).filter(
    ({ value }) => !row.printed || (value.span.from >= row.opSpan.to && value.span.to <= row.span.to),
  );
  return written.map(({ name, value }, i) => ({ name: name ?? `argument ${i + 1}`, value: show(value) }));
}

function put(
  { model, nodes, edges, owners }: Drawing,
  node: DrawnNode,
  own: readonly number[],
  inputs: readonly Edge[],
): void {
  for (const edge of inputs) {
    const source = sourceOf(model, edge);
    const from = owners.get(source.node ?? -1);
    if (from !== undefined)
      edges.push({ from, to: node.id, port: source.port, shape: sizesOf(shapeAt(model, source)) });
  }
  nodes.push(node);
  for (const id of own) owners.set(id, node.id);
}

const inputNode = (id: string, shape: Shape): DrawnNode => ({
  id,
  look: "input",
  operator: "Input",
  name: id === "input" ? null : id,
  repeats: 1,
  arguments: [],
  line: null,
  outputs: [sizesOf(shape)],
  parameters: 0,
  macs: 0,
  group: null,
  isOutput: false,
  isTraining: false,
});

const sizesOf = (shape: Shape | undefined): Sizes => (shape ? image(shape).map(figure) : null);

const nodesIn = (row: Row): readonly number[] => [...row.nodes, ...row.rows.flatMap(nodesIn)];

/** Behind a layer whose presence hangs on sizes: what it gives, or what it would have read. */
function sourceOf({ graph, steps }: Model, edge: Edge): Edge {
  let found = edge;
  for (;;) {
    const node = found.node === undefined ? undefined : graph.nodes[found.node];
    if (!node?.either) return found;
    const [here, otherwise] = node.inputs;
    found = (steps[here?.node ?? -1]?.absent ? otherwise : here) ?? { port: 0 };
  }
}
