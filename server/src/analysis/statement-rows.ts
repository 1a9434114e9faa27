import type { Model } from "../core/analysis";
import type { Row } from "../core/graph";

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
        inputs: [],
        outputs: [],
        gives: outputs,
      };
    });
    known.set(model, rows);
  }
  return rows;
}

/** Rows that stand in a place of their own: what is called within a statement is said with that. */
export const madeRows = ({ graph }: Model): readonly Row[] =>
  graph.rows.filter(({ name, call, opSpan, span }) => call || (name !== undefined && opSpan.from === span.from));
