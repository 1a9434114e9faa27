import { render, say } from "../../core/message";
import { type Comparison, type HowTold, nameOf } from "./comparison";
import { type Change, changeOf, changesIn, headline, titleOf } from "./difference-lines";

/** What is different between two models, as Markdown. */
export function diffMarkdown(comparison: Comparison, { voice }: HowTold): string {
  const { old, new: now, difference } = comparison;
  const cells = (title: string, { name, old, new: now, by }: Change): string =>
    `| ${[title, name, code(old), code(now), by].join(" | ")} |`;
  const changed = difference.rows.filter((row) => row.old && row.new);
  const lines = [
    ...changed.flatMap((row) => changesIn(row).map((change) => cells(titleOf(row, comparison, voice), change))),
    ...difference.totals
      .filter(({ equal }) => !equal)
      .map((total) => cells(render(say`in all`, voice), changeOf(total, voice))),
  ];
  const alone = difference.rows.filter((row) => !row.old || !row.new);
  const table = [`| | | ${escaped(old.file)} | ${escaped(now.file)} | |`, "|---|---|---|---|--:|", ...lines];
  const parts = [
    [`# ${escaped(`${nameOf(old, voice)} ↔ ${nameOf(now, voice)}`)}`],
    [escaped(headline(comparison, voice))],
    lines.length ? table : [],
    alone.map((row) => `* ${escaped(titleOf(row, comparison, voice))}`),
    comparison.notes.map((remark) => `* ${escaped(render(remark, voice))}`),
  ];
  return `${parts
    .filter((part) => part.length)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}

const code = (text: string): string => `\`${text.replace(/[`|]/g, " ")}\``;
const escaped = (text: string): string => text.replace(/[\\|<>`*_]/g, "\\$&").replace(/\s+/g, " ");
