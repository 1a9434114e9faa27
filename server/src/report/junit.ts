import { type FileReport, rangeIn, sentenceOf, totalsOf } from "./file-report";

/** A test for each file, which fails at each of its errors and warnings. */
export function junit(files: readonly FileReport[]): string {
  const failing = files.filter((file) => failures(file).length);
  const suites = files.map((file) =>
    [
      `  <testsuite name="${escaped(file.file)}" tests="1" failures="${failures(file).length ? 1 : 0}">`,
      `    <testcase name="convlint" classname="${escaped(file.file)}">`,
      ...failures(file),
      "    </testcase>",
      "  </testsuite>",
    ].join("\n"),
  );
  const { files: tests } = totalsOf(files);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="convlint" tests="${tests}" failures="${failing.length}">`,
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
}

const failures = (report: FileReport): readonly string[] =>
  report.problems
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map((problem) => {
      const { line, column } = rangeIn(report, problem.span);
      const message = escaped(sentenceOf(problem));
      return `      <failure type="${escaped(problem.id)}" message="${message}">${escaped(`${report.file}:${line}:${column}: ${problem.severity}[${problem.id}] `)}${message}</failure>`;
    });

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Characters that XML does not know at all are shown as a replacement. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character]!).replace(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, "\uFFFD");
