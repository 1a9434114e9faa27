import type { Problem, Severity } from "../core/problem";
import { type FileReport, rangeIn, sentenceOf } from "./file-report";

const words: { readonly [S in Severity]: string } = {
  error: "major",
  warning: "minor",
  information: "info",
  hint: "info",
};

/** A report on code quality as GitLab reads it. */
export function gitlab(files: readonly FileReport[]): string {
  const seen = new Map<string, number>();
  const entries = files.flatMap((report) =>
    report.problems.map((problem) => ({
      description: sentenceOf(problem),
      check_name: problem.id,
      fingerprint: fingerprint(report.file, problem, seen),
      severity: words[problem.severity],
      location: { path: report.file, lines: { begin: rangeIn(report, problem.span).line } },
    })),
  );
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** The same when lines move; two equal problems of one file are told apart by their order. */
function fingerprint(file: string, problem: Problem, seen: Map<string, number>): string {
  const key = JSON.stringify([file, problem.id, sentenceOf(problem)]);
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  return [0, 1, 2, 3].map((seed) => hash(`${seed}${count}${key}`)).join("");
}

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, "0");
}
