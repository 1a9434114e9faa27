import type { Edge, Graph, Row, UnreadInput } from "./graph";

/** What a call hands to an input of its block that nothing in there reads. */
export interface Handed {
  readonly call: Row;
  readonly edge: Edge;
}

export function handedTo({ block, index }: UnreadInput, { rows }: Graph): readonly Handed[] {
  if (block === undefined) return [];
  const found: Handed[] = [];
  const look = (row: Row): void => {
    const edge = row.inputs[index];
    if (row.op === block && row.repeats && edge) found.push({ call: row, edge });
    row.rows.forEach(look);
  };
  rows.forEach(look);
  return found;
}
