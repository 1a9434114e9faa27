import { thousands } from "../../core/figures";
import { plural } from "../numbers";
import type { Field, RowDifference, Total } from "./compare";
import type { Comparison } from "./comparison";
import { type Printed, showPrinted } from "./printed-value";
import type { Line } from "./table";

/** What differs, on both sides, in words. */
export interface Change {
  readonly name: string;
  readonly old: string;
  readonly new: string;
  /** How much more or less, of numbers. */
  readonly by: string;
}

const amount = (value: number | undefined): string => (value === undefined ? "?" : thousands(String(value)));

export const argsOf = (args: readonly Printed[] | undefined): string => (args ? showPrinted(args) : "?");

const fromOf = ({ from }: Line): string => (from.length === 1 ? String(from[0]) : `[${from.join(", ")}]`);

const shows: { readonly [field in Field]: (line: Line) => string } = {
  from: fromOf,
  n: ({ repeats }) => amount(repeats),
  params: ({ parameters }) => amount(parameters),
  module: ({ module }) => module,
  arguments: ({ args }) => argsOf(args),
};

const moreOrLess = (old: number | undefined, now: number | undefined): string => {
  if (old === undefined || now === undefined || old === now) return "";
  const by = Number((now - old).toPrecision(12));
  return by > 0 ? `+${amount(by)}` : `−${amount(-by)}`;
};

export const changesIn = ({ old, new: now, differs }: RowDifference): readonly Change[] =>
  old && now
    ? differs.map((field) => ({
        name: field,
        old: shows[field](old),
        new: shows[field](now),
        by: field === "params" ? moreOrLess(old.parameters, now.parameters) : "",
      }))
    : [];

export const changeOf = ({ name, old, new: now }: Total): Change => {
  const show = (value: number): string => (name === "GFLOPs" ? String(Number(value.toPrecision(4))) : amount(value));
  return { name, old: show(old), new: show(now), by: name === "GFLOPs" ? "" : moreOrLess(old, now) };
};

/** `row 7 → 8  Conv`; where a row is missing, what it is and who has it. */
export function titleOf(row: RowDifference, { old: before, new: after }: Comparison): string {
  const { old, new: now } = row;
  const line = (old ?? now)!;
  if (old && now) return `row ${old.index === now.index ? old.index : `${old.index} → ${now.index}`}  ${old.module}`;
  return `row ${line.index}  ${line.module} ${argsOf(line.args)}, only in ${(old ? before : after).file}`;
}

/** `22 of 23 rows are equal, 1 is different, 2 are only in train.log`. */
export function headline(comparison: Comparison): string {
  const { old, new: now, difference } = comparison;
  const { equal, rows, totals } = difference;
  const count = (kind: (row: RowDifference) => unknown): number => rows.filter(kind).length;
  const are = (number: number, what: string): readonly string[] =>
    number ? [`${number} ${number === 1 ? "is" : "are"} ${what}`] : [];
  const all = Math.max(old.rows, now.rows);
  if (!rows.length) {
    const same = totals.filter((total) => total.equal).map(({ name }) => name);
    const also = same.length ? `, and so are the ${inWords(same)} in all` : "";
    return `all ${plural(all, "row")} are equal${also}`;
  }
  return [
    `${equal} of ${plural(all, "row")} are equal`,
    ...are(
      count((row) => row.old && row.new),
      "different",
    ),
    ...are(
      count((row) => !row.new),
      `only in ${old.file}`,
    ),
    ...are(
      count((row) => !row.old),
      `only in ${now.file}`,
    ),
  ].join(", ");
}

const inWords = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join("");
