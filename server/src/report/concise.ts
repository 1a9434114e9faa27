import { render } from "../core/message";
import { type FileReport, rangeIn } from "./file-report";
import { plain } from "./plain";

/** A line for each problem: `file:line:column: severity[id] message`. */
export const concise = (files: readonly FileReport[]): string =>
  files
    .flatMap((report) =>
      report.problems.map(({ id, severity, message, span, scales }) => {
        const { line, column } = rangeIn(report, span);
        const where = scales ? ` (at ${scales.join(", ")})` : "";
        return `${report.file}:${line}:${column}: ${severity}[${id}] ${plain(render(message))}${where}\n`;
      }),
    )
    .join("");
