import type { ModelSummary } from "../analysis/summarise";
import { columnsOf, footnotes, titleOf } from "./summary-rows";

/** The table of layers as Markdown, which any editor can show. */
export function summaryMarkdown(title: string, model: ModelSummary): string {
  const columns = columnsOf(model);
  const notes = footnotes(model);
  return [
    `# ${escaped(titleOf(title, model))}`,
    "",
    line(columns.map(({ title }) => title)),
    `|${columns.map(({ right }) => (right ? "--:" : "---")).join("|")}|`,
    ...model.layers.map((_, i) => line(columns.map(({ cells }) => escaped(cells[i]!)))),
    line(columns.map(({ total }) => total && `**${escaped(total)}**`)),
    "",
    ...notes.flatMap((note) => [`* ${note}`]),
    ...(notes.length ? [""] : []),
  ].join("\n");
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** What Markdown would take for markup; brackets without a link behind them are none. */
const escaped = (cell: string): string => cell.replace(/[\\|<>`*_]/g, "\\$&").replace(/\s+/g, " ");
