import type { Node, Row } from "../core/graph";

/** Where the row of a call stands, and its path in the model where it has one. */
export type RowPlace = Pick<Row, "span" | "call" | "name">;

/** The row of a call, behind the nodes that it may read. */
export function rowOf(
  { label, op, opSpan, inputs }: Omit<Node, "id">,
  place: RowPlace,
  index: number,
  nodes: readonly Node[],
): Row {
  const id = nodes.length;
  return {
    index,
    label,
    op,
    from: inputs.map(({ node }) => (node === id - 1 ? -1 : nameOf(nodes[node ?? -1]))),
    repeats: 1,
    opSpan,
    rows: [],
    nodes: [id],
    inputs,
    outputs: [{ node: id, port: 0 }],
    ...place,
  };
}

/** As another row names what it reads: a call that has no name by its number. */
function nameOf(node: Node | undefined): number | string {
  if (node?.row) return node.row.name ?? node.row.index;
  return node?.label || "?";
}

/** What a layer is called in sentences: a number in a sequence says little by itself. */
export const inWords = (path: string, op: string): string => (/^\d+$/.test(path) ? `${op} ${path}` : path || op);
