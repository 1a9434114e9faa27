import { type Comparison, nameOf } from "./comparison";
import { type Change, changeOf, changesIn, headline, titleOf } from "./difference-lines";

/** What is different between two models, as Markdown. */
export function diffMarkdown(comparison: Comparison): string {
  const { old, new: now, difference } = comparison;
  const cells = (title: string, { name, old, new: now, by }: Change): string =>
    `| ${[title, name, code(old), code(now), by].join(" | ")} |`;
  const changed = difference.rows.filter((row) => row.old && row.new);
  const lines = [
    ...changed.flatMap((row) => changesIn(row).map((change) => cells(titleOf(row, comparison), change))),
    ...difference.totals.filter(({ equal }) => !equal).map((total) => cells("in all", changeOf(total))),
  ];
  const alone = difference.rows.filter((row) => !row.old || !row.new);
  const table = [`| | | ${escaped(old.file)} | ${escaped(now.file)} | |`, "|---|---|---|---|--:|", ...lines];
  const parts = [
    [`# ${escaped(`${nameOf(old)} ↔ ${nameOf(now)}`)}`],
    [escaped(headline(comparison))],
    lines.length ? table : [],
    alone.map((row) => `* ${escaped(titleOf(row, comparison))}`),
    comparison.notes.map((remark) => `* ${escaped(remark)}`),
  ];
  return `${parts
    .filter((part) => part.length)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}

const code = (text: string): string => `\`${text.replace(/[`|]/g, " ")}\``;
const escaped = (text: string): string => text.replace(/[\\|<>`*_]/g, "\\$&").replace(/\s+/g, " ");
