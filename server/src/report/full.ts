import picocolors from "picocolors";
import { type Message, render } from "../core/message";
import type { Problem, Severity } from "../core/problem";
import type { Span } from "../core/span";
import { type FileReport, linesIn, rangeIn, totalsOf } from "./file-report";
import { plural } from "./numbers";
import { plain } from "./plain";

type Colors = ReturnType<typeof picocolors.createColors>;

/** Longer lines are cut around the words that are wrong. */
const widest = 120;

/** Each problem with the line it is in, as a compiler shows it, and a sentence at the end. */
export function full(files: readonly FileReport[], color: boolean): string {
  const colors = picocolors.createColors(color);
  const shown = files.flatMap((report) => report.problems.map((problem) => frame(report, problem, colors)));
  return [...shown, `${closing(files, color)}\n`].join("\n");
}

const paint = (severity: Severity, colors: Colors) =>
  ({ error: colors.red, warning: colors.yellow, information: colors.blue, hint: colors.cyan })[severity];

function frame(report: FileReport, problem: Problem, colors: Colors): string {
  const { id, severity, message, span, related = [], scales, fixes } = problem;
  const { line, column } = rangeIn(report, span);
  const tint = paint(severity, colors);
  const places = [line, ...related.map((one) => rangeIn(report, one.span).line)];
  const margin = " ".repeat(String(Math.max(...places)).length);
  const bar = colors.dim("│");
  const where = scales ? colors.dim(` (at ${scales.join(", ")})`) : "";
  const lines = [
    `${tint(colors.bold(`${severity}[${id}]`))}${colors.bold(`: ${said(message)}`)}${where}`,
    `${margin}${colors.dim("╭─")} ${report.file}:${line}:${column}`,
    ...excerpt(report, span, margin, bar, tint),
    ...related.flatMap((one) => [
      `${margin} ${colors.dim("┊")}`,
      ...excerpt(report, one.span, margin, bar, colors.cyan, said(one.message)),
    ]),
    ...(fixes ?? [])
      .slice(0, 1)
      .map((fix) => `${margin} ${colors.dim("=")} ${colors.green("help")}: ${said(fix.title)}`),
  ];
  return `${lines.join("\n")}\n`;
}

const said = (message: Message): string => plain(render(message));

/** The line a span begins in, and marks below the span. */
function excerpt(
  report: FileReport,
  span: Span,
  margin: string,
  bar: string,
  tint: (text: string) => string,
  note = "",
): string[] {
  const { line, column, endLine, endColumn } = rangeIn(report, span);
  const { starts } = linesIn(report);
  const whole = report.text.slice(starts[line - 1], starts[line] ?? report.text.length).replace(/[\r\n]+$/, "");
  const from = column - 1;
  const to = Math.max(endLine === line ? endColumn - 1 : whole.length, from + 1);
  const left = whole.length > widest ? Math.max(0, Math.min(from - 30, whole.length - widest)) : 0;
  const text = plain(whole.slice(left, left + widest));
  const cut = left > 0 ? "…" : "";
  const number = String(line).padStart(margin.length);
  const before = cells(whole.slice(left, from));
  const marks = Math.max(1, cells(whole.slice(from, Math.min(to, left + widest))));
  const below = `${" ".repeat(cut.length + before)}${tint("^".repeat(marks))}${note && ` ${note}`}`;
  return [`${number} ${bar} ${cut}${text}`, `${margin} ${bar} ${below}`];
}

/** How many cells of a terminal a text takes: letters of East Asia and pictures two, marks on letters none. */
function cells(text: string): number {
  let count = 0;
  for (const letter of text) count += /\p{M}|\u200d/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1;
  return count;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** All of it in one sentence. */
export function closing(files: readonly FileReport[], color: boolean): string {
  const colors = picocolors.createColors(color);
  const { errors, warnings, information, hints, suppressed, baseline = 0, files: count } = totalsOf(files);
  const found = [
    errors && colors.red(plural(errors, "error")),
    warnings && colors.yellow(plural(warnings, "warning")),
    information && plural(information, "note"),
    hints && plural(hints, "hint"),
  ].filter(Boolean);
  const silent = [
    suppressed && `${plural(suppressed, "problem")} suppressed`,
    baseline && `${plural(baseline, "problem")} in the baseline`,
  ].filter(Boolean);
  const note = silent.length ? colors.dim(` (${silent.join(", ")})`) : "";
  if (!count) return "no models were found";
  return `${found.length ? found.join(", ") : colors.green("no problems")} in ${plural(count, "file")}${note}`;
}
