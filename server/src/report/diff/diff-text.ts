import picocolors from "picocolors";
import { render, say } from "../../core/message";
import { padEndTo } from "../../core/width";
import { plain } from "../plain";
import { type Comparison, type HowTold, nameOf } from "./comparison";
import { type Change, changeOf, changesIn, headline, titleOf } from "./difference-lines";

/** What is different between two models, for a terminal. */
export function diffText(comparison: Comparison, { color = false, voice }: HowTold): string {
  const { bold, dim, red, green } = picocolors.createColors(color);
  const { old, new: now, difference } = comparison;
  const line = ({ name, old, new: now, by }: Change): string =>
    `  ${dim(padEndTo(name, 10))} ${red(plain(old))} → ${green(plain(now))}${by && `  (${by})`}`;
  const rows = difference.rows.flatMap((row, i) => [
    `${bold(plain(titleOf(row, comparison, voice)))}${i === 0 ? dim(`   ${render(say`the first that differs`, voice)}`) : ""}`,
    ...changesIn(row).map(line),
  ]);
  const totals = difference.totals.filter(({ equal }) => !equal).map((total) => line(changeOf(total, voice)));
  const below = comparison.notes.map((remark) => dim(plain(render(remark, voice))));
  const parts = [
    [bold(plain(`${nameOf(old, voice)} ↔ ${nameOf(now, voice)}`)), plain(headline(comparison, voice))],
    rows,
    totals.length ? [bold(render(say`in all`, voice)), ...totals] : [],
    below,
  ];
  return `${parts
    .filter((part) => part.length)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}
