import { named, portsOf } from "../core/axes";
import { type Dim, isKnown, symbol } from "../core/dim";
import type { Graph, Node } from "../core/graph";
import { say } from "../core/message";
import { evaluate, isSymbolic, periodOf } from "../core/period";
import type { Problem } from "../core/problem";
import { numberOf } from "../core/value";
import { type Accepted, accepted } from "./accepted";
import { atSize, imageOf } from "./at-size";
import { setInWords } from "./size-words";

/** A block that is called ten thousand times is wrong once. */
const most = 5;
/** Nodes to infer for one hint, which is looked for whenever a letter is typed. */
const work = 10_000;

/** Adds to a size that is written by hand and does not arrive of which images it would. */
export function imageHints(graph: Graph): (problem: Problem, node: Node) => Problem {
  const seen = new Set<number>();
  return (problem, node) => {
    if (problem.id !== "stated-size" || seen.has(problem.span.from) || seen.size >= most) return problem;
    seen.add(problem.span.from);
    const stated = numberOf(node.args.find(({ value }) => value.span.from === problem.span.from)?.value);
    const images = stated === undefined ? undefined : imagesFor(graph, node, problem, stated);
    if (!images) return problem;
    return { ...problem, message: say`${problem.message}; images of ${setInWords(images)} would give ${stated!}` };
  };
}

/** The sizes of square images of which that many arrive; nothing where that hangs on something else. */
function imagesFor(graph: Graph, node: Node, { span }: Problem, stated: number): Accepted | undefined {
  const image = imageOf(graph);
  if (!image) return undefined;
  const run = atSize({ ...graph, nodes: graph.nodes.slice(0, node.id) }, work);
  const at = (size: Dim) => run(image.map(() => size));
  const size = arriving(graph, node, span.from, at(symbol("side")));
  if (size === undefined || !isSymbolic(size) || !isKnown(size)) return undefined;
  const among = (gives: (side: number) => boolean): Accepted | undefined =>
    accepted(gives, periodOf(size), typeof image[0] === "number" ? image[0] : undefined);
  const arrives = (side: number): boolean => evaluate(size, side) === stated;
  // Nothing is begun that would be given up before its end.
  if (countOf(among(arrives)) * node.id > work) return undefined;
  const sizes = among((side) => arrives(side) && at(side) !== undefined);
  return run.isExhausted() ? undefined : sizes;
}

const countOf = (sizes: Accepted | undefined): number =>
  sizes?.ranges.reduce((count, [from, to]) => count + to - from + 1, 0) ?? 0;

/** The size at the axis that an argument states. */
function arriving(
  { vocabulary }: Graph,
  node: Node,
  at: number,
  steps: ReturnType<ReturnType<typeof atSize>>,
): Dim | undefined {
  const spelling = vocabulary.spellings.get(node.op);
  const word = node.args.find(({ value }) => value.span.from === at)?.name;
  const path: string | undefined = spelling?.states[word ?? ""];
  const [port] = spelling ? portsOf(spelling.op.inputs) : [];
  const edge = node.inputs[0];
  const shape = edge?.node === undefined ? undefined : steps?.[edge.node]?.outcome?.outputs[edge.port];
  // What is not flat yet gives the number that is wanted only by chance.
  if (!path || !port || !shape || (shape.length > 2 && port.axes.startsWith("..."))) return undefined;
  const tensor = named(port.axes, shape, vocabulary.layout) as { readonly [axis: string]: Dim } | undefined;
  return tensor?.[path.split(".")[1]!];
}
