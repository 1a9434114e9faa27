import { countsOf, isComplete, type Model, macsOf, parametersOf, type Step, shapesOf, stepsOf } from "../core/analysis";
import { image } from "../core/batch";
import { type Dim, type Shape, unknown } from "../core/dim";
import type { Comment, Row } from "../core/graph";
import type { Figure } from "../core/shape-comment";
import { madeRows, statementRows } from "./statement-rows";

/** A layer at one place of use: that of the model, or one for each call of the block that it stands in. */
export interface Use {
  readonly row: Row;
  readonly steps: readonly Step[];
  /** Of one image, as the framework orders axes; none where they are unknown. */
  readonly shapes: readonly Shape[];
  readonly figures: { readonly [figure in Figure]: Dim };
}

/** All rows of a model that are no copies of another; of a program its statements too. */
export function layersIn(model: Model): readonly Row[] {
  const { graph } = model;
  if (graph.program) return [...statementRows(model), ...madeRows(model)];
  const found: Row[] = [];
  const open = [...graph.rows].reverse();
  while (open.length) {
    const row = open.pop()!;
    if (row.outer?.opSpan.from !== row.opSpan.from) found.push(row);
    open.push(...[...row.rows].reverse());
  }
  return found;
}

/** Of some rows those whose operator stands last on the line of a comment, before it; else those that the line is a part of. */
export function rowsAt({ line, span }: Comment, rows: readonly Row[]): readonly Row[] {
  const begins = rows.filter(({ opSpan }) => line.from <= opSpan.from && opSpan.from < span.from);
  const around = begins.length ? begins : rows.filter((row) => row.span.from < line.from && line.from < row.span.to);
  const at = Math.max(...around.map(({ opSpan }) => opSpan.from));
  return around.filter(({ opSpan }) => opSpan.from === at);
}

/** What is known of a layer; nothing where it is left out. */
export function useOf(model: Model, row: Row): Use | undefined {
  const steps = stepsOf(model, row).filter(({ absent }) => !absent);
  if (!steps.length) return undefined;
  const shapes = shapesOf(model, row);
  const isCounted = isComplete(steps);
  const counts = countsOf(steps);
  return {
    row,
    steps,
    shapes: shapes.every((shape) => shape !== undefined) ? shapes.map(image) : [],
    figures: {
      params: isCounted ? parametersOf(counts, model.graph) : unknown,
      trained: isCounted ? counts.trainable : unknown,
      macs: isCounted ? macsOf(steps) : unknown,
    },
  };
}
