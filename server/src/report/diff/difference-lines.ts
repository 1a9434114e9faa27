import { thousands } from "../../core/figures";
import { inRow, listed, type Message, plural, render, say, verbatim } from "../../core/message";
import type { Voice } from "../../core/voice";
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

const totalNames: { readonly [name in Total["name"]]: Message } = {
  layers: say`layers`,
  parameters: say`parameters`,
  gradients: say`gradients`,
  GFLOPs: verbatim("GFLOPs"),
};

export const changeOf = ({ name, old, new: now }: Total, voice: Voice): Change => {
  const show = (value: number): string => (name === "GFLOPs" ? String(Number(value.toPrecision(4))) : amount(value));
  return {
    name: render(totalNames[name], voice),
    old: show(old),
    new: show(now),
    by: name === "GFLOPs" ? "" : moreOrLess(old, now),
  };
};

/** `row 7 → 8  Conv`; where a row is missing, what it is and who has it. */
export function titleOf(row: RowDifference, { old: before, new: after }: Comparison, voice: Voice): string {
  const { old, new: now } = row;
  const line = (old ?? now)!;
  const at = old && now && old.index !== now.index ? `${old.index} → ${now.index}` : String(line.index);
  const title = `${render(say`row ${at}`, voice)}  ${line.module}`;
  if (old && now) return title;
  return render(say`${`${title} ${argsOf(line.args)}`}, only in ${(old ? before : after).file}`, voice);
}

/** `22 of 23 rows are equal, 1 is different, 2 are only in train.log`. */
export function headline({ old, new: now, difference }: Comparison, voice: Voice): string {
  const { equal, rows, totals } = difference;
  const all = Math.max(old.rows, now.rows);
  if (!rows.length) {
    const same = totals.filter((total) => total.equal).map(({ name }) => totalNames[name]);
    return render(
      same.length
        ? say`${plural(all, say`all ${all} row are equal`, say`all ${all} rows are equal`)}, and so are the ${listed(same)} in all`
        : plural(all, say`all ${all} row are equal`, say`all ${all} rows are equal`),
      voice,
    );
  }
  const count = (kind: (row: RowDifference) => unknown): number => rows.filter(kind).length;
  const different = count((row) => row.old && row.new);
  const only = (number: number, file: string): readonly Message[] =>
    number ? [plural(number, say`${number} is only in ${file}`, say`${number} are only in ${file}`)] : [];
  const parts = [
    plural(all, say`${equal} of ${all} row are equal`, say`${equal} of ${all} rows are equal`),
    ...(different ? [plural(different, say`${different} is different`, say`${different} are different`)] : []),
    ...only(
      count((row) => !row.new),
      old.file,
    ),
    ...only(
      count((row) => !row.old),
      now.file,
    ),
  ];
  return render(inRow(parts), voice);
}
