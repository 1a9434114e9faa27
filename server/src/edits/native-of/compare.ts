import { countsOf, type Model, macsOf, shapeAt, shapesOf, stepsOf, weightsOf } from "../../core/analysis";
import { add, type Shape, showDim, showShape } from "../../core/dim";
import type { Row } from "../../core/graph";
import { type Message, say } from "../../core/message";

/** In what a model in the native format is not what it was made of; `rows` says of which row each layer is. */
export function unlikeRows(before: Model, after: Model, rows: readonly number[]): Message | undefined {
  const made = after.graph.rows;
  if (made.length !== rows.length) return say`it would have ${made.length} layers, not ${rows.length}`;
  for (const row of before.graph.rows) {
    const own = made.filter((_, i) => rows[i] === row.index);
    const [was, is] = [factsOf(before, [row]), factsOf(after, own)];
    const at = say`${row.op} in row ${row.index}`;
    if (was.shape !== is.shape) return say`${at} would give ${is.shape}, not ${was.shape}`;
    if (was.parameters !== is.parameters)
      return say`${at} would have ${is.parameters} parameters, not ${was.parameters}`;
    if (was.macs !== is.macs) return say`${at} would take ${is.macs} MACs, not ${was.macs}`;
    if (was.weights !== is.weights) return say`${at} would have weights of other shapes`;
  }
  const [was = "", is = ""] = [before, after].map((model) =>
    model.graph.outputs.map((edge) => shown(shapeAt(model, edge))).join(" "),
  );
  return was === is ? undefined : say`it would give ${is}, not ${was}`;
}

function factsOf(model: Model, rows: readonly Row[]) {
  const steps = rows.flatMap((row) => stepsOf(model, row));
  const { trainable, frozen } = countsOf(steps);
  const weights = steps.flatMap(({ node, outcome }) =>
    outcome && node.shares === undefined ? weightsOf(outcome).map(({ dims }) => showShape(dims)) : [],
  );
  const last = rows.at(-1);
  return {
    shape: last ? shapesOf(model, last).map(shown).join(" ") : "",
    parameters: showDim(add(trainable, frozen)),
    macs: showDim(macsOf(steps)),
    weights: weights.sort().join(" "),
  };
}

const shown = (shape: Shape | undefined): string => (shape ? showShape(shape.slice(1)) : "?");
