import type { Severity } from "../core/problem";
import { english } from "../core/voice";
import { type FileReport, rangeIn, sentenceOf } from "./file-report";

const words: { readonly [S in Severity]: string } = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** Commands that a workflow of GitHub turns into remarks beside the lines; the log shows only what stands behind them. */
export const github = (files: readonly FileReport[], voice = english): string =>
  files
    .flatMap((report) =>
      report.problems.map((problem) => {
        const { line, column, endLine, endColumn } = rangeIn(report, problem.span);
        // Columns are taken only where both are of one line.
        const columns = line === endLine ? { col: column, endColumn } : {};
        const places = { title: `ConvLint (${problem.id})`, file: report.file, line, endLine, ...columns };
        const settings = Object.entries(places).map(([key, value]) => `${key}=${property(String(value))}`);
        const sentence = `${report.file}:${line}:${column}: ${problem.id}: ${sentenceOf(problem, voice)}`;
        return `::${words[problem.severity]} ${settings.join(",")}::${data(sentence)}\n`;
      }),
    )
    .join("");

const data = (text: string): string => text.replace(/[%\r\n]/g, encodeURIComponent);
const property = (text: string): string => text.replace(/[%\r\n:,]/g, encodeURIComponent);
