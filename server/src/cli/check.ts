import { type Message, render, say } from "../core/message";
import { usual } from "../core/rule";
import { page } from "../derive/pages";
import { topics } from "../derive/topic";
import { checkJson } from "../report/check-json";
import { concise } from "../report/concise";
import { type FileReport, totalsOf } from "../report/file-report";
import { closing, full } from "../report/full";
import { github } from "../report/github";
import { gitlab } from "../report/gitlab";
import type { HowTold } from "../report/how-told";
import { jsonLines } from "../report/json-lines";
import { junit } from "../report/junit";
import { type RuleInfo, sarif, type Unread } from "../report/sarif";
import { statistics } from "../report/statistics";
import { baselineFor, baselineTold } from "./baseline";
import { checkFiles } from "./check-files";
import { configuration } from "./configuration";
import { fixesTold, mending, patchOf, pipedOf } from "./fix";
import { known } from "./known";
import { lookedAt } from "./looked-at";
import { ndjson, refuse } from "./ndjson";
import { checkFormats, checkOptions } from "./option-tables";
import { colorOf, oneOf, read } from "./options";
import { type Progress, progressOf } from "./progress";
import { showSettings } from "./show-settings";
import { complainTo, type Streams, stdinFor, UsageError, voiceForScripts, voiceIn } from "./usage";
import { deliver } from "./write-whole";

/** Put in by the build, from package.json. */
declare const VERSION: string;

type Values = ReturnType<typeof read<typeof checkOptions>>["values"];

/** `convlint check`: 0 nothing wrong, 1 problems, 2 something could not be done. */
export async function check(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = read(args, checkOptions);
  const unread: Unread[] = [];
  let progress: Progress | undefined;
  const complain = (file: string, reason: Message): void => {
    unread.push({ file, reason: render(reason, voiceForScripts(streams)) });
    progress?.clear();
    complainTo(streams, file, reason);
  };
  const config = configuration(values, known(), complain);
  if (values["show-settings"]) {
    const voice = values.format === "json" ? voiceForScripts(streams) : voiceIn(streams);
    streams.out.write(showSettings(positionals, config, known(), values.format, voice));
    return unread.length ? 2 : 0;
  }
  const warnings = maxWarnings(values);
  if (values["stdin-ndjson"]) refuse(positionals, values);
  const judge = baselineFor(values);
  if (values["stdin-ndjson"]) return (await ndjson(config, streams, "check")) || (unread.length ? 2 : 0);
  const format = oneOf("format", values.format, checkFormats) ?? (streams.isTerminal ? "full" : "concise");

  const mend = mending(values);
  const paths = positionals.length ? positionals : ["."];
  stdinFor(paths, values["stdin-path"]);
  const begin = (total: number): Progress => (progress = progressOf(total, streams, { quiet: values.quiet === true }));
  const seen = lookedAt(paths);
  const search = { paths, stdinPath: values["stdin-path"], config, complain, mend, looked: seen.add, begin };
  const judged = judge(checkFiles(search), seen);
  progress?.clear();
  const { files } = judged;
  const shown = values.quiet ? files.map(onlyErrors) : files;
  const piped = pipedOf(files);
  // Who pipes a text through has the problems beside it.
  const told = piped === undefined ? streams : { ...streams, out: streams.err };
  if (piped !== undefined) streams.out.write(piped);
  const file = values["output-file"];
  if (values.diff) deliver(file, patchOf(files), told);
  else if (format !== "full" || shown.length || !unread.length) {
    const color = colorOf(values.color, streams.isTerminal && file === undefined);
    const beside = forPeople.has(format);
    const voice = beside ? voiceIn(streams) : voiceForScripts(streams);
    const counts = values.statistics && format !== "json" ? statistics(shown, voiceIn(streams)) : "";
    deliver(
      file,
      written[format](shown, { color, counted: values.statistics === true, unread, voice }) + (beside ? counts : ""),
      told,
    );
    if (!beside) streams.err.write(counts);
  }
  if (file !== undefined && !values.quiet)
    told.out.write(
      `${closing(shown, { color: colorOf(values.color, streams.isTerminal), voice: voiceIn(streams) })}\n`,
    );
  if (!values.quiet) {
    const lines = [...baselineTold(judged, format === "full" && !values.diff), ...fixesTold(files, values)];
    streams.err.write(lines.map((line) => `${render(line, voiceIn(streams))}\n`).join(""));
  }
  if (unread.length) return 2;
  const totals = totalsOf(files);
  return totals.errors > 0 || totals.warnings > warnings ? 1 : 0;
}

interface How extends HowTold {
  /** The report itself has the statistics. */
  readonly counted: boolean;
  readonly unread: readonly Unread[];
}

/** What was found, in the words of whoever reads it. */
const written: {
  readonly [F in (typeof checkFormats)[number]]: (files: readonly FileReport[], how: How) => string;
} = {
  full,
  concise,
  json: (files, { counted, voice }) => checkJson(files, counted, voice),
  "json-lines": (files, { voice }) => jsonLines(files, voice),
  github: (files, { voice }) => github(files, voice),
  gitlab: (files, { voice }) => gitlab(files, voice),
  sarif: (files, { unread, voice }) => sarif(files, { version: VERSION, info: infoOf }, unread, voice),
  junit: (files, { voice }) => junit(files, voice),
};

function infoOf(id: string): RuleInfo | undefined {
  const topic = topics().get(id);
  if (!topic) return undefined;
  const { summary, why, rule, ops } = topic;
  const source = rule?.source ?? ops.find(({ op }) => op.source)?.op.source;
  return {
    id,
    severity: rule ? usual(rule) : topic.severity,
    summary,
    ...(why !== undefined && { why }),
    ...(source !== undefined && { source }),
    page: () => page(id),
  };
}

const forPeople: ReadonlySet<string> = new Set(["full", "concise"]);

const onlyErrors = (report: FileReport): FileReport => ({
  ...report,
  problems: report.problems.filter(({ severity }) => severity === "error"),
});

function maxWarnings({ "max-warnings": given }: Values): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(given)) throw new UsageError(say`--max-warnings is a whole number, not ${given}`);
  return Number(given);
}
