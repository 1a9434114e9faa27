import type { Problem, Severity } from "../core/problem";
import { english, told, type Voice } from "../core/voice";
import type { FileReport } from "./file-report";
import { marking } from "./problem-mark";
import { levels } from "./sarif-level";
import { artifactOf, type Results, resultOf } from "./sarif-result";

/** What is known of an id that can be reported. */
export interface RuleInfo {
  readonly id: string;
  /** What it is where no configuration says anything. */
  readonly severity: Severity | "off";
  readonly summary: string;
  readonly why?: string;
  /** Where the reason can be read. */
  readonly source?: string;
  /** The page of the id, as Markdown. */
  page(): string | undefined;
}

export interface Tool {
  readonly version: string;
  info(id: string): RuleInfo | undefined;
}

/** What could not be looked at. */
export interface Unread {
  readonly file: string;
  readonly reason: string;
}

/** SARIF 2.1.0, which code scanning of several hosts reads. */
export function sarif(
  files: readonly FileReport[],
  { version, info }: Tool,
  unread: readonly Unread[] = [],
  voice = english,
): string {
  const ids = [...new Set(files.flatMap(({ problems, silenced = [] }) => [...problems, ...silenced].map(idOf)))].sort();
  const known: Results = { ruleIndex: (id) => ids.indexOf(id), mark: marking(), voice };
  const driver = { name: "ConvLint", version, rules: ids.map((id) => ruleOf(id, info(id), voice)) };
  const results = files.flatMap((report, index) => [
    ...report.problems.map((problem) => resultOf(report, index, problem, known)),
    ...(report.silenced ?? []).map((problem) => ({
      ...resultOf(report, index, problem, known),
      suppressions: [{ kind: "inSource" }],
    })),
  ]);
  const run = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    invocations: [invocationOf(unread)],
    artifacts: files.map((report) => ({ location: artifactOf(report), roles: ["analysisTarget"] })),
    results,
  };
  const schema = "https://json.schemastore.org/sarif-2.1.0.json";
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

const idOf = ({ id }: Problem): string => id;

function ruleOf(id: string, info: RuleInfo | undefined, voice: Voice): object {
  if (!info) return { id };
  const { severity, source, page } = info;
  const [summary, why] = [told(info.summary, voice), info.why && told(info.why, voice)];
  const markdown = page();
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why ? `${summary} ${why}` : summary },
    ...(source !== undefined && { helpUri: source }),
    ...(markdown !== undefined && { help: { text: markdown, markdown } }),
    defaultConfiguration: severity === "off" ? { enabled: false } : { level: levels[severity] },
  };
}

const invocationOf = (unread: readonly Unread[]) => ({
  executionSuccessful: !unread.length,
  ...(unread.length && {
    toolExecutionNotifications: unread.map(({ file, reason }) => ({
      level: "error",
      message: { text: reason },
      locations: [{ physicalLocation: { artifactLocation: artifactOf({ file }) } }],
    })),
  }),
});
