import { english } from "../core/voice";
import { problemJson } from "./check-json";
import type { FileReport } from "./file-report";

/** A problem a line, as in the JSON form, with its file. */
export const jsonLines = (files: readonly FileReport[], voice = english): string =>
  files
    .flatMap((report) =>
      report.problems.map(
        (problem) => `${JSON.stringify({ file: report.file, ...problemJson(report, problem, voice) })}\n`,
      ),
    )
    .join("");
