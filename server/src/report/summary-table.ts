import picocolors from "picocolors";
import { padEndTo, padStartTo, widest } from "../core/width";
import { plain } from "./plain";
import type { Column, Table } from "./summary-rows";

/** A table of layers for a terminal, and the totals below it. */
export function summaryTable({ title, rows, columns, notes }: Table, color: boolean): string {
  const { bold, dim } = picocolors.createColors(color);
  const widths = columns.map(({ title, cells, total }) => widest([title, total, ...cells].map(plain)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => pad(plain(cell), widths[i]!, columns[i]!))
      .join("  ")
      .trimEnd();
  const rule = dim("─".repeat(widths.reduce((a, b) => a + b + 2, -2)));
  return [
    bold(plain(title)),
    "",
    dim(line(columns.map(({ title }) => title))),
    rule,
    ...Array.from({ length: rows }, (_, i) => line(columns.map(({ cells }) => cells[i]!))),
    rule,
    ...(columns.some(({ total }) => total) ? [bold(line(columns.map(({ total }) => total)))] : []),
    ...notes.map(dim),
    "",
  ].join("\n");
}

const pad = (cell: string, width: number, { right }: Column): string =>
  right ? padStartTo(cell, width) : padEndTo(cell, width);
