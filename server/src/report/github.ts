import type { Severity } from "../core/problem";
import { type FileReport, rangeIn, sentenceOf } from "./file-report";

const words: { readonly [S in Severity]: string } = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** Commands that a workflow of GitHub turns into remarks beside the lines. */
export const github = (files: readonly FileReport[]): string =>
  files
    .flatMap((report) =>
      report.problems.map((problem) => {
        const { line, column, endLine, endColumn } = rangeIn(report, problem.span);
        const places = { file: report.file, line, col: column, endLine, endColumn, title: problem.id };
        const settings = Object.entries(places).map(([key, value]) => `${key}=${property(String(value))}`);
        return `::${words[problem.severity]} ${settings.join(",")}::${data(sentenceOf(problem))}\n`;
      }),
    )
    .join("");

const data = (text: string): string => text.replace(/[%\r\n]/g, encodeURIComponent);
const property = (text: string): string => text.replace(/[%\r\n:,]/g, encodeURIComponent);
