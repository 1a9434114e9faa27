import type { Problem } from "../core/problem";
import { english, type Voice } from "../core/voice";
import { type FileReport, rangeIn, sentenceOf } from "./file-report";

/** A test for each error and warning, which fails, and one for each file that has none; not every reader takes two failures of one test. */
export function junit(files: readonly FileReport[], voice = english): string {
  const suites = files.map((report) => ({ report, failures: failuresOf(report) }));
  const count = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);
  const failures = count(suites.map((suite) => suite.failures.length));
  const tests = count(suites.map((suite) => Math.max(suite.failures.length, 1)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="convlint" tests="${tests}" failures="${failures}" errors="0">`,
    ...suites.flatMap(({ report, failures: failing }) => suiteLines(report, failing, voice)),
    "</testsuites>",
    "",
  ].join("\n");
}

const failuresOf = ({ problems }: FileReport): readonly Problem[] =>
  problems.filter(({ severity }) => severity === "error" || severity === "warning");

function suiteLines(report: FileReport, failing: readonly Problem[], voice: Voice): readonly string[] {
  const file = escaped(report.file);
  const passed = [`    <testcase name="no problems" classname="${file}"/>`];
  return [
    `  <testsuite name="${file}" tests="${Math.max(failing.length, 1)}" failures="${failing.length}" errors="0">`,
    ...(failing.length ? failing.flatMap((problem) => testLines(report, file, problem, voice)) : passed),
    "  </testsuite>",
  ];
}

function testLines(report: FileReport, file: string, problem: Problem, voice: Voice): readonly string[] {
  const { line, column } = rangeIn(report, problem.span);
  const sentence = escaped(sentenceOf(problem, voice));
  const id = escaped(problem.id);
  return [
    `    <testcase name="${id} at ${line}:${column}" classname="${file}">`,
    `      <failure type="${problem.severity}" message="${sentence}">${file}:${line}:${column}: ${problem.severity}[${id}] ${sentence}</failure>`,
    "    </testcase>",
  ];
}

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Characters that XML does not know at all are shown as a replacement. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character]!).replace(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, "\uFFFD");
