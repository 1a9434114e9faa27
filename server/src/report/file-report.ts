import { type Lines, linesOf } from "../core/lines";
import { render, say } from "../core/message";
import type { Problem } from "../core/problem";
import { english } from "../core/voice";

/** A file that was checked. */
export interface FileReport {
  /** As it is shown: with `/`, relative to the current folder. */
  readonly file: string;
  readonly format: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly suppressed: number;
  /** Names of a library in it of which nothing is known, with how many places ask for each. */
  readonly unread?: ReadonlyMap<string, number>;
  /** What comments in it silence. */
  readonly silenced?: readonly Problem[];
  /** Where there is a baseline: how many problems it knows, which are not among the others. */
  readonly baseline?: number;
  /** What `--fix` and `--update-shapes` did to it, or would do. */
  readonly mended?: FileMended;
}

export interface FileMended {
  readonly fixed: number;
  /** Problems that only a fix which is not safe would mend. */
  readonly more: number;
  /** Some fixes undo each other. */
  readonly circles: boolean;
  /** Comments that say what is so, and did not. */
  readonly updated: number;
  readonly patch: string;
  /** All of the text, where it goes to standard output. */
  readonly piped?: string;
}

export interface Totals {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  readonly suppressed: number;
  /** Only where there is a baseline. */
  readonly baseline?: number;
}

export function totalsOf(files: readonly FileReport[]): Totals {
  const all = files.flatMap(({ problems }) => problems);
  const count = (severity: Problem["severity"]): number => all.filter((one) => one.severity === severity).length;
  return {
    files: files.length,
    errors: count("error"),
    warnings: count("warning"),
    information: count("information"),
    hints: count("hint"),
    suppressed: files.reduce((sum, { suppressed }) => sum + suppressed, 0),
    ...(files.some(({ baseline }) => baseline !== undefined) && {
      baseline: files.reduce((sum, { baseline = 0 }) => sum + baseline, 0),
    }),
  };
}

/** Where a problem does not hold at every size of the model, the sentence says at which. */
export const sentenceOf = ({ message, scales }: Problem, voice = english): string =>
  render(scales ? say`${message} (at ${scales.join(", ")})` : message, voice);

/** A place as terminals and scripts count: from one; columns are UTF-16 units. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const known = new WeakMap<FileReport, Lines>();

export function linesIn(report: FileReport): Lines {
  const lines = known.get(report) ?? linesOf(report.text);
  known.set(report, lines);
  return lines;
}

export function rangeIn(report: FileReport, { from, to }: { readonly from: number; readonly to: number }): Range {
  const lines = linesIn(report);
  const start = lines.at(from);
  const end = lines.at(to);
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}
