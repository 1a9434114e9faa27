import type { Step } from "../core/analysis";
import { compare, type Dim, type Shape, showDim } from "../core/dim";
import type { Graph } from "../core/graph";
import type { Layout } from "../core/vocabulary";
import { inferGraph, type Memories } from "./infer-graph";

/** Infers a model for images of some size; nothing where the framework refuses it. */
export interface RunAt {
  (sizes: readonly Dim[]): readonly Step[] | undefined;
  /** What it has said since is worth nothing: the work it was given is used up. */
  isExhausted(): boolean;
}

/** Nodes to infer, over all sizes tried: a hundred sizes of the largest networks, a few of a hostile text. */
const mostWork = 120_000;

/** The same graph with other images, tried again and again; what was inferred for one size serves the next. */
export function atSize(graph: Graph, work = mostWork): RunAt {
  const memories: Memories = new Map();
  let left = work;
  const run = (sizes: readonly Dim[]): readonly Step[] | undefined => {
    if (left < 0) return undefined;
    const nodes = graph.nodes.map((node) => {
      // What only training computes refuses no image otherwise; a node without an operator gives nothing and says nothing.
      if (node.training) return { ...node, op: "" };
      return node.given ? { ...node, given: resized(node.given, sizes, graph.vocabulary.layout) } : node;
    });
    let refused = false;
    const report = ({ severity }: { readonly severity: string }): void => {
      refused ||= severity === "error";
    };
    const steps = inferGraph({ ...graph, nodes }, memories, report, () => refused);
    left -= steps.length;
    return refused ? undefined : steps;
  };
  return Object.assign(run, { isExhausted: () => left < 0 });
}

/** The sides of the image that a model reads; nothing where it reads none, or several that differ. */
export function imageOf({ nodes, vocabulary }: Graph): Shape | undefined {
  const images = nodes.flatMap(({ given }) => (given ? [sidesOf(given, vocabulary.layout)] : []));
  const [first] = images;
  return first?.length && images.every((other) => alike(first, other)) ? first : undefined;
}

const alike = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((size, i) => compare(size, b[i]!) === "yes" || showDim(size) === showDim(b[i]!));

const sidesOf = (shape: Shape, layout: Layout): Shape =>
  layout === "channels-last" ? shape.slice(1, -1) : shape.slice(2);

const resized = (shape: Shape, sizes: readonly Dim[], layout: Layout): Shape =>
  layout === "channels-last" ? [shape[0]!, ...sizes, shape.at(-1)!] : [...shape.slice(0, 2), ...sizes];
