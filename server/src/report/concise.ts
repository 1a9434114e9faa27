import { english } from "../core/voice";
import { type FileReport, rangeIn, sentenceOf } from "./file-report";
import type { HowTold } from "./how-told";
import { plain } from "./plain";

/** A line for each problem: `file:line:column: severity[id] message`. */
export const concise = (files: readonly FileReport[], { voice = english }: HowTold = {}): string =>
  files
    .flatMap((report) =>
      report.problems.map((problem) => {
        const { line, column } = rangeIn(report, problem.span);
        return `${report.file}:${line}:${column}: ${problem.severity}[${problem.id}] ${plain(sentenceOf(problem, voice))}\n`;
      }),
    )
    .join("");
