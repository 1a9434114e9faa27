import type { Severity } from "../core/problem";
import { english } from "../core/voice";
import { type FileReport, rangeIn, sentenceOf } from "./file-report";
import { marking } from "./problem-mark";

const words: { readonly [S in Severity]: string } = {
  error: "major",
  warning: "minor",
  information: "info",
  hint: "info",
};

/** A report on code quality as GitLab reads it. */
export function gitlab(files: readonly FileReport[], voice = english): string {
  const mark = marking();
  const entries = files.flatMap((report) =>
    report.problems.map((problem) => ({
      description: sentenceOf(problem, voice),
      check_name: problem.id,
      fingerprint: mark(report, problem),
      severity: words[problem.severity],
      location: { path: report.file, lines: { begin: rangeIn(report, problem.span).line } },
    })),
  );
  return `${JSON.stringify(entries, null, 2)}\n`;
}
