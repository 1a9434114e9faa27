import { render } from "../core/message";
import type { Fix, Severity } from "../core/problem";
import type { Span } from "../core/span";
import { type FileReport, rangeIn, sentenceOf } from "./file-report";

/** What is known of an id that can be reported. */
export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
}

const levels: { readonly [S in Severity]: string } = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF 2.1.0, which code scanning of several hosts reads. */
export function sarif(files: readonly FileReport[], known: readonly RuleInfo[], version: string): string {
  const used = new Set(files.flatMap(({ problems }) => problems.map(({ id }) => id)));
  const rules = known.filter(({ id }) => used.has(id));
  const driver = {
    name: "ConvLint",
    version,
    rules: rules.map(({ id, severity, summary }) => ({
      id,
      shortDescription: { text: summary },
      defaultConfiguration: { level: levels[severity] },
    })),
  };
  const results = files.flatMap((report) =>
    report.problems.map((problem) => ({
      ruleId: problem.id,
      ruleIndex: rules.findIndex(({ id }) => id === problem.id),
      level: levels[problem.severity],
      message: { text: sentenceOf(problem) },
      locations: [{ physicalLocation: placeOf(report, problem.span) }],
      ...(problem.related?.length && {
        relatedLocations: problem.related.map(({ span, message }, id) => ({
          id,
          physicalLocation: placeOf(report, span),
          message: { text: render(message) },
        })),
      }),
      ...(problem.fixes?.[0] && { fixes: [fixOf(report, problem.fixes[0])] }),
    })),
  );
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results };
  const schema = "https://json.schemastore.org/sarif-2.1.0.json";
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

const placeOf = (report: FileReport, span: Span) => ({
  artifactLocation: artifact(report),
  region: region(report, span),
});

const artifact = ({ file }: FileReport) => ({ uri: file.split("/").map(encodeURIComponent).join("/") });

function region(report: FileReport, span: Span) {
  const { line, column, endLine, endColumn } = rangeIn(report, span);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

const fixOf = (report: FileReport, { title, edits }: Fix) => ({
  description: { text: render(title) },
  artifactChanges: [
    {
      artifactLocation: artifact(report),
      replacements: edits.map(({ span, text }) => ({
        deletedRegion: region(report, span),
        insertedContent: { text },
      })),
    },
  ],
});
