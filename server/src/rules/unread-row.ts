import { isForeign, isUnbroken, type Model, type Step } from "../core/analysis";
import { type Graph, layerOf } from "../core/graph";
import { handedTo } from "../core/handed";
import { layersOf } from "../core/layers";
import { say } from "../core/message";
import { raised } from "../core/pyramid";
import { rule } from "../core/rule";
import { mayEndNamed, misreadsIn } from "../core/stages";

export const unreadRow = rule({
  id: "unread-row",
  summary: "Nobody reads what a layer gives, and the model does not give it out.",
  why: "It is computed for nothing, and its weights are never trained. Mostly another layer reads the wrong one.",
  severity: "warning",
  near: true,
  check(model, report) {
    const all = unreadIn(model, []);
    if (!all.size) return;
    // What a block is given for an input that it ignores is unread because of that.
    const ignored = ignoredIn(model.graph);
    const unread = ignored.length ? unreadIn(model, ignored) : all;
    if (!unread.size) return;
    const read = readIn(model.graph);
    // What a number should have led to is unread because that number is wrong.
    const layers = layersOf(model);
    const ends = misreadsIn(layers).flatMap(({ read, end }) => layers.slice(read.index + 1, end.index + 1));
    const levels = layers.flatMap(
      (layer) => raised(layer, layers, model)?.levels.map((level) => level.layer.index) ?? [],
    );
    const meant = new Set([...ends.map(({ index }) => index), ...levels]);
    for (const end of unread.values()) {
      const { index } = layerOf(end.node.row!);
      if (read.has(end.node.id) || meant.has(index) || (layers[index] && mayEndNamed(layers[index], layers))) continue;
      report(end, say`nobody reads ${end.node.label}, and the model does not give it out`, {
        span: end.node.row!.opSpan,
        related: leadingTo(end, unread).map(({ node }) => ({
          span: node.row!.opSpan,
          message: say`${node.label} is computed for it alone`,
        })),
      });
    }
  },
});

const ignoredIn = (graph: Graph): readonly number[] =>
  (graph.wording?.unreadInputs() ?? []).flatMap((input) =>
    handedTo(input, graph).flatMap(({ edge }) => (edge.node === undefined ? [] : [edge.node])),
  );

function readIn({ nodes }: Graph): ReadonlySet<number | undefined> {
  const read = new Set<number | undefined>();
  for (const { inputs } of nodes) for (const { node } of inputs) read.add(node);
  return read;
}

/** What comes of nothing would end in something that nobody reads; mostly there is none. */
function isAllRead({ nodes, outputs }: Graph): boolean {
  const read = new Uint8Array(nodes.length);
  for (const { inputs } of nodes) for (const { node } of inputs) if (node !== undefined) read[node] = 1;
  for (const { node } of outputs) if (node !== undefined) read[node] = 1;
  return nodes.every(({ id, row }) => !row || read[id] === 1);
}

/** Layers that nothing of the model's result comes from, by node. None where it is not certain what the result is. */
function unreadIn({ graph, steps }: Model, spared: readonly number[]): ReadonlyMap<number, Step> {
  if (isAllRead(graph)) return new Map();
  const ends = graph.outputs.map(({ node }) => node);
  const broken = graph.nodes.some(({ inputs }) => inputs.some(({ node }) => node === undefined));
  if (broken || !ends.length || ends.includes(undefined) || !isUnbroken(steps)) return new Map();
  const read = readIn(graph);
  const mayBeHead = (step: Step): boolean => isForeign(step) && !read.has(step.node.id);
  const used = new Set<number>();
  const open = [
    ...ends,
    ...spared,
    ...steps.filter((step) => isResult(step) || mayBeHead(step)).map(({ node }) => node.id),
  ];
  while (open.length) {
    const id = open.pop()!;
    if (used.has(id)) continue;
    used.add(id);
    const { inputs, shares } = steps[id]!.node;
    open.push(...inputs.map(({ node }) => node!), ...(shares === undefined ? [] : [shares]));
  }
  // A layer of a block is used where it is so in one call.
  const words = new Set([...used].map((id) => steps[id]!.node.row?.opSpan.from));
  const unread = steps.filter(({ node, absent }) => !absent && node.row && !words.has(node.row.opSpan.from));
  return new Map(unread.map((step) => [step.node.id, step]));
}

/** Heads predict wherever they stand, and what is for training alone has a loss of its own. */
const isResult = (step: Step): boolean =>
  step.node.training === true || step.spelling?.op.traits.includes("head") === true;

/** No reader follows more of them. */
const mostShown = 20;

function leadingTo(end: Step, unread: ReadonlyMap<number, Step>): readonly Step[] {
  const found = new Map<number, Step>();
  const open = [end];
  while (open.length && found.size <= mostShown) {
    const step = open.pop()!;
    const words = step.node.row!.opSpan.from;
    if (found.has(words)) continue;
    found.set(words, step);
    open.push(...step.node.inputs.flatMap(({ node }) => unread.get(node!) ?? []));
  }
  return [...found.values()].slice(1).sort((a, b) => a.node.id - b.node.id);
}
