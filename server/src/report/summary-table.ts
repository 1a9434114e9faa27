import picocolors from "picocolors";
import type { ModelSummary } from "../analysis/summarise";
import { plain } from "./plain";
import { type Column, columnsOf, footnotes, titleOf } from "./summary-rows";

/** A table of layers for a terminal, and the totals below it. */
export function summaryTable(title: string, model: ModelSummary, color: boolean): string {
  const { bold, dim } = picocolors.createColors(color);
  const columns = columnsOf(model);
  const widths = columns.map(({ title, cells, total }) => widest([title, total, ...cells]));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => pad(plain(cell), widths[i]!, columns[i]!))
      .join("  ")
      .trimEnd();
  const rule = dim("─".repeat(widths.reduce((a, b) => a + b + 2, -2)));
  return [
    bold(plain(titleOf(title, model))),
    "",
    dim(line(columns.map(({ title }) => title))),
    rule,
    ...model.layers.map((_, i) => line(columns.map(({ cells }) => cells[i]!))),
    rule,
    bold(line(columns.map(({ total }) => total))),
    ...footnotes(model).map(dim),
    "",
  ].join("\n");
}

const widest = (cells: readonly string[]): number => cells.reduce((most, { length }) => Math.max(most, length), 0);

const pad = (cell: string, width: number, { right }: Column): string =>
  right ? cell.padStart(width) : cell.padEnd(width);
