import picocolors from "picocolors";
import { plain } from "../plain";
import { type Comparison, nameOf } from "./comparison";
import { type Change, changeOf, changesIn, headline, titleOf } from "./difference-lines";

/** What is different between two models, for a terminal. */
export function diffText(comparison: Comparison, color: boolean): string {
  const { bold, dim, red, green } = picocolors.createColors(color);
  const { old, new: now, difference } = comparison;
  const line = ({ name, old, new: now, by }: Change): string =>
    `  ${dim(name.padEnd(10))} ${red(plain(old))} → ${green(plain(now))}${by && `  (${by})`}`;
  const rows = difference.rows.flatMap((row, i) => [
    `${bold(plain(titleOf(row, comparison)))}${i === 0 ? dim("   the first that differs") : ""}`,
    ...changesIn(row).map(line),
  ]);
  const totals = difference.totals.filter(({ equal }) => !equal).map((total) => line(changeOf(total)));
  const below = comparison.notes.map((remark) => dim(plain(remark)));
  const parts = [
    [bold(plain(`${nameOf(old)} ↔ ${nameOf(now)}`)), plain(headline(comparison))],
    rows,
    totals.length ? [bold("in all"), ...totals] : [],
    below,
  ];
  return `${parts
    .filter((part) => part.length)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}
