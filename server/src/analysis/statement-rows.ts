import type { Model } from "../core/analysis";
import type { Edge, Node, Row } from "../core/graph";

const known = new WeakMap<Model, readonly Row[]>();

/** What statements of a program give, each time they are run, as rows that have all that is done in them. */
export function statementRows(model: Model): readonly Row[] {
  let rows = known.get(model);
  if (!rows) {
    const { nodes, program } = model.graph;
    rows = (program?.statements ?? []).map(({ span, label, outputs, nodes: ids }): Row => {
      const last = ids.findLast((id) => nodes[id]!.row);
      return {
        index: last === undefined ? 0 : nodes[last]!.row!.index,
        label,
        op: label,
        from: [],
        repeats: 1,
        span,
        opSpan: span,
        rows: [],
        nodes: ids,
        inputs: readBy(ids, nodes),
        outputs: [],
        gives: outputs,
      };
    });
    known.set(model, rows);
  }
  return rows;
}

/** What some nodes read that none of them gives, each tensor once. */
function readBy(ids: readonly number[], nodes: readonly Node[]): readonly Edge[] {
  const read = ids.flatMap((id) => nodes[id]!.inputs).filter(({ node }) => node === undefined || !ids.includes(node));
  return read.filter((one, i) => read.findIndex(({ node, port }) => node === one.node && port === one.port) === i);
}

/** Rows that stand in a place of their own: what is called within a statement is said with that. */
export const madeRows = ({ graph }: Model): readonly Row[] =>
  graph.rows.filter(({ name, call, opSpan, span }) => call || (name !== undefined && opSpan.from === span.from));
