import { outputsOf, type Step } from "../../core/analysis";
import { image } from "../../core/batch";
import { compare, type Shape } from "../../core/dim";
import type { Edge, Node, Reruns } from "../../core/graph";
import type { Message } from "../../core/message";
import type { Span } from "../../core/span";
import type { Obj } from "../objects";
import type { Source } from "../source";

/** Calls that read the results of one another. */
export interface Calls {
  readonly nodes: readonly Node[];
  /** What is known of a call. */
  stepAt(place: number): Step | undefined;
}

/** A run as the graph has it. */
export interface Drawn extends Calls {
  /** The layer that a node of the graph calls. */
  layerAt(place: number): Obj | undefined;
  readonly source: Source;
  readonly reruns?: Reruns | undefined;
}

/** Where a problem is to be mended. */
export interface Culprit {
  readonly span: Span;
  /** What it has to do with the problem, where that does not say so. */
  readonly why?: Message;
  /** The layer whose making is the place: where others like it are made by the same words, another place further out is. */
  readonly layer?: Node;
}

/** Looks for the culprit of a problem of a call; nothing where that is the call itself. */
export type Search = (node: Node, drawn: Drawn) => Culprit | undefined;

/** Other layers that the same words have made, each with the call that uses it. */
export function madeAlike(
  layer: Obj,
  { nodes, layerAt }: Drawn,
): readonly { readonly at: number; readonly layer: Obj }[] {
  const words = layer.module?.layer?.made.callee.from;
  return nodes.flatMap(({ id }) => {
    const other = layerAt(id);
    return other && other !== layer && other.module?.layer?.made.callee.from === words
      ? [{ at: id, layer: other }]
      : [];
  });
}

export const shapeOf = ({ node, port }: Edge, { stepAt }: Calls): Shape | undefined =>
  node === undefined ? undefined : outputsOf(stepAt(node))?.[port];

/** The sizes of an image or of a map of features, as they are read. */
export const sizesOf = (shape: Shape | undefined): string | undefined => shape && image(shape).slice(1).join("×");

/** The last call on the way to an edge that gives another shape than it gets, or another in what is asked of it. */
export function changerOf(
  edge: Edge,
  drawn: Drawn,
  of?: (shape: Shape | undefined) => string | undefined,
): Node | undefined {
  for (let at: Edge | undefined = edge; at?.node !== undefined; ) {
    const node: Node = drawn.nodes[at.node]!;
    const [first]: readonly Edge[] = node.inputs;
    const [here, before] = [shapeOf(at, drawn), first && shapeOf(first, drawn)];
    if (!first || (of ? of(here) !== of(before) : !isSame(here, before))) return node.op ? node : undefined;
    at = first;
  }
  return undefined;
}

const isSame = (a: Shape | undefined, b: Shape | undefined): boolean =>
  a !== undefined && a.length === b?.length && a.every((dim, axis) => compare(dim, b[axis]!) === "yes");
