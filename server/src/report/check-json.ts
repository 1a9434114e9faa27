import { render } from "../core/message";
import type { Problem, Related } from "../core/problem";
import { english, type Voice } from "../core/voice";
import { rangeOf } from "./elsewhere";
import { type FileReport, rangeIn, totalsOf } from "./file-report";
import { statisticsOf, unreadIn } from "./statistics";

/** Everything that `check` found, for scripts. */
export const checkJson = (files: readonly FileReport[], counted = false, voice = english): string => {
  const unknown = unreadIn(files);
  const counts = counted && {
    statistics: statisticsOf(files),
    ...(Object.keys(unknown).length && { unknownNames: unknown }),
  };
  return `${JSON.stringify({ version: 1, files: files.map((file) => fileJson(file, voice)), totals: totalsOf(files), ...counts }, null, 2)}\n`;
};

const fileJson = (report: FileReport, voice: Voice): object => ({
  file: report.file,
  format: report.format,
  problems: report.problems.map((problem) => problemJson(report, problem, voice)),
});

export function problemJson(report: FileReport, problem: Problem, voice = english): object {
  const { id, severity, message, span, layer, scales, related, fixes } = problem;
  const fix = fixes?.[0];
  return {
    id,
    severity,
    message: render(message, voice),
    ...rangeIn(report, span),
    ...(layer !== undefined && { layer }),
    ...(scales && { scales }),
    ...(related && {
      related: related.map((one) => ({
        ...placeOf(report, one),
        message: render(one.message, voice),
      })),
    }),
    ...(fix && {
      fix: {
        title: render(fix.title, voice),
        safe: fix.safe,
        edits: fix.edits.map((edit) => ({ ...rangeIn(report, edit.span), text: edit.text })),
      },
    }),
    docs: `docs/rules/${id}.md`,
  };
}

const placeOf = (report: FileReport, { span, elsewhere }: Related) =>
  elsewhere ? { file: elsewhere.path, ...rangeOf(elsewhere) } : { file: report.file, ...rangeIn(report, span) };

/** A problem of a model that never was text, and so has no places. */
export const placelessJson = ({ id, severity, message, layer, scales }: Problem, voice = english): object => ({
  id,
  severity,
  message: render(message, voice),
  ...(layer !== undefined && { layer }),
  ...(scales && { scales }),
  docs: `docs/rules/${id}.md`,
});
