import { say } from "../core/message";
import { type Problem, problem, type Report, replace } from "../core/problem";
import type { Span } from "../core/span";
import type { Entry } from "../tree/tree";
import { type Known, wrong } from "./reading";
import { rangeOf } from "./version-range";

/** What a configuration asks of the program that reads it. */
export interface RequiredVersion {
  readonly range: string;
  readonly met: boolean;
}

const key = "required-version";

export function versionAt(entry: Entry | undefined, known: Known, report: Report): RequiredVersion | undefined {
  if (!entry) return undefined;
  const range = entry.value.kind === "scalar" && entry.value.value !== null ? entry.value.source.trim() : "";
  return (
    checked(range, entry.value.span, known, report) ??
    void wrong(entry, say`a range of versions, such as ">=0.1"`, report)
  );
}

function checked(range: string, span: Span, { version }: Known, report: Report): RequiredVersion | undefined {
  const fits = range ? rangeOf(range) : undefined;
  if (!fits) return undefined;
  const met = fits(version);
  if (!met)
    report(problem("wrong-version", span, say`this is ConvLint ${version}, and the configuration is for ${range}`));
  return { range, met };
}

/**
 * `required-version: >=0.1` without quotes: YAML takes the sign for the start of a text of several lines. What is
 * meant is clear, and the problems that the parser has with it are not told.
 */
export function unquoted(text: string, problems: readonly Problem[], known: Known, report: Report) {
  const [line, before, range] =
    new RegExp(`^(${key}[ \\t]*:[ \\t]+)(>[^\\r\\n#]*?)[ \\t]*(?=#|\\r|\\n|$)`, "m").exec(text) ?? [];
  const at = line === undefined ? -1 : text.indexOf(line);
  if (at < 0 || !range || !rangeOf(range)) return undefined;
  const span = { from: at + before!.length, to: at + line!.length };
  const isOf = (one: Problem): boolean => span.from <= one.span.from && one.span.from <= span.to;
  if (!problems.some((one) => one.id === "syntax" && isOf(one))) return undefined;
  const fix = replace(say`Put it in quotes`, span, JSON.stringify(range));
  report({
    ...problem("wrong-setting", span, say`a range that begins with > stands in quotes: ${key}: "${range}"`, fix),
  });
  return { required: checked(range, span, known, report), others: problems.filter((one) => !isOf(one)) };
}
