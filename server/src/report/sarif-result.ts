import { render } from "../core/message";
import type { Fix, Problem } from "../core/problem";
import type { Elsewhere } from "../core/python-class";
import type { Span } from "../core/span";
import type { Voice } from "../core/voice";
import { rangeOf } from "./elsewhere";
import { type FileReport, rangeIn, sentenceOf } from "./file-report";
import { levels } from "./sarif-level";

export interface Results {
  ruleIndex(id: string): number;
  readonly voice: Voice;
  mark(report: FileReport, problem: Problem): string;
}

/** A problem as SARIF tells it. */
export function resultOf(report: FileReport, index: number, problem: Problem, { ruleIndex, mark, voice }: Results) {
  const { id, severity, span, related = [], fixes = [] } = problem;
  const place = (at: Span) => ({
    artifactLocation: { ...artifactOf(report), index },
    region: region(report, at),
  });
  return {
    ruleId: id,
    ruleIndex: ruleIndex(id),
    level: levels[severity],
    message: { text: sentenceOf(problem, voice) },
    locations: [{ physicalLocation: place(span) }],
    ...(related.length && {
      relatedLocations: related.map((one, id) => ({
        id,
        physicalLocation: one.elsewhere ? placeIn(one.elsewhere) : place(one.span),
        message: { text: render(one.message, voice) },
      })),
    }),
    partialFingerprints: { "convlint/v1": mark(report, problem) },
    ...(fixes.length && { fixes: fixes.map((fix) => fixOf(report, index, fix, voice)) }),
  };
}

const placeIn = (elsewhere: Elsewhere) => {
  const { line, column, endLine, endColumn } = rangeOf(elsewhere);
  return {
    artifactLocation: artifactOf({ file: elsewhere.path }),
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
};

export const artifactOf = ({ file }: Pick<FileReport, "file">) => ({
  uri: file.split("/").map(encodeURIComponent).join("/"),
});

function region(report: FileReport, span: Span) {
  const { line, column, endLine, endColumn } = rangeIn(report, span);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

const fixOf = (report: FileReport, index: number, { title, edits, safe }: Fix, voice: Voice) => ({
  description: { text: render(title, voice) },
  artifactChanges: [
    {
      artifactLocation: { ...artifactOf(report), index },
      replacements: edits.map(({ span, text }) => ({
        deletedRegion: region(report, span),
        ...(text && { insertedContent: { text } }),
      })),
    },
  ],
  properties: { safe },
});
