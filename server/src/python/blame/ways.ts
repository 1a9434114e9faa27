import { outputsOf } from "../../core/analysis";
import { compare, type Dim, isKnown, type Shape, showDim } from "../../core/dim";
import type { Edge, Node } from "../../core/graph";
import { type Calls, shapeOf } from "./drawn";

/** Calls that a call reads the results of, directly or through others, itself included, the nearest first. */
export function above(node: Node, { nodes }: Calls): readonly Node[] {
  const seen = new Set([node.id]);
  for (const id of seen) for (const edge of nodes[id]?.inputs ?? []) if (edge.node !== undefined) seen.add(edge.node);
  return [...seen].map((id) => nodes[id]!).sort((a, b) => b.id - a.id);
}

/** From an edge upwards through the first input of each call. */
export function upwards(edge: Edge | undefined, { nodes }: Calls): readonly Node[] {
  const found: Node[] = [];
  for (let at = edge; at?.node !== undefined; ) {
    const node: Node = nodes[at.node]!;
    found.push(node);
    at = node.inputs[0];
  }
  return found;
}

/** The ways of two inputs of a join from there to where they part. */
export function waysOf({ inputs }: Node, drawn: Calls): readonly (readonly Node[])[] {
  const ways = inputs.map((edge) => upwards(edge, drawn));
  return ways.map((way, i) => {
    const others = new Set(ways.flatMap((other, k) => (k === i ? [] : other)));
    const end = way.findIndex((node) => others.has(node));
    return end < 0 ? way : way.slice(0, end);
  });
}

/** The shape that a call reads first and the one that it gives first. */
export function shapesOf(
  node: Node,
  drawn: Calls,
): { readonly read: Shape | undefined; readonly given: Shape | undefined } {
  const [edge] = node.inputs;
  return { read: edge && shapeOf(edge, drawn), given: outputsOf(drawn.stepAt(node.id))?.[0] };
}

export const differ = (a: Dim | undefined, b: Dim | undefined): boolean =>
  a !== undefined && b !== undefined && compare(a, b) === "no";

/** Whether two numbers of images are not the same, also where both hang on the number that comes. */
export const areOther = (a: Dim | undefined, b: Dim | undefined): boolean =>
  a !== undefined && b !== undefined && isKnown(a) && isKnown(b) && showDim(a) !== showDim(b);
