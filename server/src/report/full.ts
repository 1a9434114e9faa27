import picocolors from "picocolors";
import { inRow, type Message, plural, render, say, verbatim } from "../core/message";
import type { Problem, Severity } from "../core/problem";
import type { Span } from "../core/span";
import { english, type Voice } from "../core/voice";
import { widthOf } from "../core/width";
import { rangeOf } from "./elsewhere";
import { type FileReport, linesIn, rangeIn, totalsOf } from "./file-report";
import type { HowTold } from "./how-told";
import { plain } from "./plain";

type Colors = ReturnType<typeof picocolors.createColors>;

/** Longer lines are cut around the words that are wrong. */
const widest = 120;

/** Each problem with the line it is in, as a compiler shows it, and a sentence at the end. */
export function full(files: readonly FileReport[], how: HowTold): string {
  const { color = false, voice = english } = how;
  const colors = picocolors.createColors(color);
  const shown = files.flatMap((report) => report.problems.map((problem) => frame(report, problem, colors, voice)));
  return [...shown, `${closing(files, how)}\n`].join("\n");
}

const paint = (severity: Severity, colors: Colors) =>
  ({ error: colors.red, warning: colors.yellow, information: colors.blue, hint: colors.cyan })[severity];

function frame(report: FileReport, problem: Problem, colors: Colors, voice: Voice): string {
  const { id, severity, message, span, related = [], scales, fixes } = problem;
  const { line, column } = rangeIn(report, span);
  const tint = paint(severity, colors);
  const places = [
    line,
    ...related.map((one) => (one.elsewhere ? rangeOf(one.elsewhere) : rangeIn(report, one.span)).line),
  ];
  const margin = " ".repeat(String(Math.max(...places)).length);
  const bar = colors.dim("│");
  const said = (message: Message): string => plain(render(message, voice));
  const where = scales ? colors.dim(said(say` (at ${scales.join(", ")})`)) : "";
  const lines = [
    `${tint(colors.bold(`${severity}[${id}]`))}${colors.bold(`: ${said(message)}`)}${where}`,
    `${margin}${colors.dim("╭─")} ${report.file}:${line}:${column}`,
    ...excerpt(report, span, { margin, bar, tint, note: "" }),
    ...related.flatMap((one) => {
      const note = { note: said(one.message), margin, bar, tint: colors.cyan };
      return one.elsewhere
        ? [
            `${margin} ${colors.dim("┊")} ${one.elsewhere.path}:${rangeOf(one.elsewhere).line}:${rangeOf(one.elsewhere).column}`,
            ...marked({ ...rangeOf(one.elsewhere), text: one.elsewhere.text }, note),
          ]
        : [`${margin} ${colors.dim("┊")}`, ...excerpt(report, one.span, note)];
    }),
    ...(fixes ?? [])
      .filter(({ choice }, i) => i === 0 || choice)
      .map((fix) => `${margin} ${colors.dim("=")} ${colors.green(said(say`help`))}: ${said(fix.title)}`),
  ];
  return `${lines.join("\n")}\n`;
}

interface Drawing {
  readonly margin: string;
  readonly bar: string;
  readonly note: string;
  tint(text: string): string;
}

/** The line a span begins in, and marks below the span. */
function excerpt(report: FileReport, span: Span, drawing: Drawing): string[] {
  const range = rangeIn(report, span);
  const { starts } = linesIn(report);
  const text = report.text.slice(starts[range.line - 1], starts[range.line] ?? report.text.length);
  return marked({ ...range, text: text.replace(/[\r\n]+$/, "") }, drawing);
}

type Marked = ReturnType<typeof rangeIn> & { readonly text: string };

function marked(
  { line, column, endLine, endColumn, text: whole }: Marked,
  { margin, bar, tint, note }: Drawing,
): string[] {
  const from = column - 1;
  const to = Math.max(endLine === line ? endColumn - 1 : whole.length, from + 1);
  const left = whole.length > widest ? Math.max(0, Math.min(from - 30, whole.length - widest)) : 0;
  const text = plain(whole.slice(left, left + widest));
  const cut = left > 0 ? "…" : "";
  const number = String(line).padStart(margin.length);
  const before = widthOf(whole.slice(left, from));
  const marks = Math.max(1, widthOf(whole.slice(from, Math.min(to, left + widest))));
  const below = `${" ".repeat(cut.length + before)}${tint("^".repeat(marks))}${note && ` ${note}`}`;
  return [`${number} ${bar} ${cut}${text}`, `${margin} ${bar} ${below}`];
}

/** All of it in one sentence. */
export function closing(files: readonly FileReport[], { color = false, voice = english }: HowTold): string {
  const colors = picocolors.createColors(color);
  const { errors, warnings, information, hints, suppressed, baseline = 0, files: count } = totalsOf(files);
  const tinted = (tint: (text: string) => string, message: Message): Message => verbatim(tint(render(message, voice)));
  const found = [
    ...(errors ? [tinted(colors.red, plural(errors, say`${errors} error`, say`${errors} errors`))] : []),
    ...(warnings ? [tinted(colors.yellow, plural(warnings, say`${warnings} warning`, say`${warnings} warnings`))] : []),
    ...(information ? [plural(information, say`${information} note`, say`${information} notes`)] : []),
    ...(hints ? [plural(hints, say`${hints} hint`, say`${hints} hints`)] : []),
  ];
  const silent = [
    ...(suppressed
      ? [plural(suppressed, say`${suppressed} problem suppressed`, say`${suppressed} problems suppressed`)]
      : []),
    ...(baseline ? [inBaseline(baseline)] : []),
  ];
  const what = found.length ? inRow(found) : tinted(colors.green, say`no problems`);
  const sentence = plural(count, say`${what} in ${count} file`, say`${what} in ${count} files`);
  if (!count) return render(say`no models were found`, voice);
  return render(silent.length ? say`${sentence}${tinted(colors.dim, say` (${inRow(silent)})`)}` : sentence, voice);
}

export const inBaseline = (count: number): Message =>
  plural(count, say`${count} problem in the baseline`, say`${count} problems in the baseline`);
