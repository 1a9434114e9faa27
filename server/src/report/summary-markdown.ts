import type { Table } from "./summary-rows";

/** The table of layers as Markdown, which any editor can show. */
export function summaryMarkdown({ title, rows, columns, notes }: Table): string {
  return [
    `# ${escaped(title)}`,
    "",
    line(columns.map(({ title }) => title)),
    `|${columns.map(({ right }) => (right ? "--:" : "---")).join("|")}|`,
    ...Array.from({ length: rows }, (_, i) => line(columns.map(({ cells }) => escaped(cells[i]!)))),
    ...(columns.some(({ total }) => total) ? [line(columns.map(({ total }) => total && `**${escaped(total)}**`))] : []),
    "",
    ...notes.flatMap((note) => [`* ${note}`]),
    ...(notes.length ? [""] : []),
  ].join("\n");
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** What Markdown would take for markup; brackets without a link behind them are none. */
const escaped = (cell: string): string => cell.replace(/[\\|<>`*_]/g, "\\$&").replace(/\s+/g, " ");
