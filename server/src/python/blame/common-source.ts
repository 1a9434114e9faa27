import type { Edge } from "../../core/graph";
import { say } from "../../core/message";
import { changerOf, type Drawn, type Search, shapeOf, sizesOf } from "./drawn";

/**
 * Of branches that read the same and are joined again, the first that does not keep the size of what all read, where
 * another does.
 */
export const unlikeSource: Search = (node, drawn) => {
  const source = sharedBy(node.inputs, drawn);
  const size = source && sizesOf(shapeOf(source, drawn));
  const sizes = node.inputs.map((edge) => sizesOf(shapeOf(edge, drawn)));
  if (!size || sizes.includes(undefined) || !sizes.includes(size)) return undefined;
  const at = sizes.findIndex((one) => one !== size);
  const maker = at < 0 ? undefined : changerOf(node.inputs[at]!, drawn, sizesOf);
  if (!maker?.row) return undefined;
  return {
    span: maker.opSpan,
    layer: maker,
    why: say`${maker.label} makes ${sizes[at]!} of the ${size} that all branches read`,
  };
};

/** The last value on the way to all of them. */
function sharedBy(edges: readonly Edge[], drawn: Drawn): Edge | undefined {
  const ways = edges.map((edge) => wayTo(edge, drawn));
  return ways[0]?.find((one) =>
    ways.every((way) => way.some(({ node, port }) => node === one.node && port === one.port)),
  );
}

/** A value and what it was made of, the last first. */
function wayTo(edge: Edge, { nodes }: Drawn): readonly Edge[] {
  const way: Edge[] = [];
  for (let at: Edge | undefined = edge; at?.node !== undefined; at = nodes[at.node]!.inputs[0]) way.push(at);
  return way;
}
