import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Problem } from "../core/problem";
import { checkJson } from "../report/check-json";
import { concise } from "../report/concise";
import { type FileReport, totalsOf } from "../report/file-report";
import { full } from "../report/full";
import { statistics } from "../report/statistics";
import { type Options, understand } from "../service";
import { type FoundSettings, settingsAt } from "../settings/find";
import { isSettingsName } from "../settings/settings";
import { type Configuration, configuration } from "./configuration";
import { fixed } from "./fix";
import { known } from "./known";
import { ndjson } from "./ndjson";
import { checkOptions, colorOf, oneOf, read } from "./options";
import { decode, readText, Unreadable } from "./read-text";
import { shown, type Target, targetsOf } from "./targets";
import { type Streams, UsageError } from "./usage";

type Values = ReturnType<typeof read<typeof checkOptions>>["values"];

/** `convlint check`: 0 nothing wrong, 1 problems, 2 something could not be done. */
export async function check(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = read(args, checkOptions);
  const config = configuration(values, known());
  const warnings = maxWarnings(values);
  if (values["stdin-ndjson"]) return ndjson(config, streams, "check");
  const format =
    oneOf("format", values.format, ["full", "concise", "json"]) ?? (streams.isTerminal ? "full" : "concise");

  let unread = 0;
  const complain = (path: string, reason: string): void => {
    unread++;
    streams.err.write(`convlint: ${path}: ${reason}\n`);
  };
  const files = collect(positionals.length ? positionals : ["."], values, config, complain);
  const seen = values.quiet ? files.map(onlyErrors) : files;
  if (format === "json") streams.out.write(checkJson(seen));
  else if (format === "concise") streams.out.write(concise(seen));
  else if (seen.length || !unread) streams.out.write(full(seen, colorOf(values.color, streams.isTerminal)));
  if (values.statistics && format !== "json") streams.out.write(statistics(seen));
  if (unread) return 2;
  const totals = totalsOf(files);
  return totals.errors > 0 || totals.warnings > warnings ? 1 : 0;
}

const onlyErrors = (report: FileReport): FileReport => ({
  ...report,
  problems: report.problems.filter(({ severity }) => severity === "error"),
});

function maxWarnings({ "max-warnings": given }: Values): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(given)) throw new UsageError(`--max-warnings is a whole number, not ${given}`);
  return Number(given);
}

type Complain = (path: string, reason: string) => void;

function collect(
  paths: readonly string[],
  values: Values,
  config: Configuration,
  complain: Complain,
): readonly FileReport[] {
  const reports: FileReport[] = [];
  const settings = new Map<string, FoundSettings>();
  if (paths.includes("-")) {
    const path = values["stdin-path"];
    if (path === undefined) throw new UsageError("standard input has no name: give it one with --stdin-path");
    guarded("-", complain, () =>
      lookAt({ path: resolve(path), named: true }, decode(readFileSync(0)), config, reports, settings, complain),
    );
  }
  const targets = targetsOf(
    paths.filter((path) => path !== "-"),
    (path) => complain(path, "there is no such file"),
  );
  for (const target of targets)
    guarded(shown(target.path), complain, () => {
      const text = values.fix || values["unsafe-fixes"] ? repaired(target, values, config) : readText(target.path);
      lookAt(target, text, config, reports, settings, complain);
    });
  // A configuration that is wrong is said once, however many files it is about.
  for (const file of settings.values()) if (file.problems.length) reports.push(settingsReport(file));
  return reports;
}

/** An unreadable file is named, and the others are still looked at. */
function guarded(path: string, complain: Complain, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    complain(path, error.message);
  }
}

function lookAt(
  { path, named }: Target,
  text: string,
  config: Configuration,
  reports: FileReport[],
  settings: Map<string, FoundSettings>,
  complain: Complain,
): void {
  if (isSettingsName(path)) {
    const own = settingsAt(path.replaceAll("\\", "/"), text, known());
    settings.delete(own.path);
    reports.push(settingsReport(own));
    return;
  }
  const { options, ignored, files } = config.of(path);
  if (ignored && !named) return;
  const report = reportOf(path, text, options, named);
  if (report === "no model")
    return named ? complain(shown(path), "this is a model in no format that is known") : undefined;
  if (report === "no scale") return complain(shown(path), `it has no scale ${options.scale}`);
  const seen = reports.map(({ file }) => file);
  for (const file of files) if (!seen.includes(shown(file.path))) settings.set(file.path, file);
  reports.push(report);
}

function reportOf(path: string, text: string, options: Options, named: boolean): FileReport | "no model" | "no scale" {
  // A dialect that is asked for decides how models are read; it does not make models of other files found by walking.
  const isModel = named || options.dialect === undefined || understand(path, text) !== undefined;
  const understood = isModel ? understand(path, text, options) : undefined;
  if (!understood) return "no model";
  const { format, analysis } = understood;
  if (
    options.scale !== undefined &&
    !analysis.models.some(({ id }) => id === options.scale) &&
    hasScales(path, text, options)
  )
    return "no scale";
  return { file: shown(path), format, text, problems: analysis.problems, suppressed: analysis.suppressed.length };
}

function hasScales(path: string, text: string, { scale: _, ...options }: Options): boolean {
  return understand(path, text, options)?.analysis.models.some(({ id }) => id !== undefined) ?? false;
}

const settingsReport = ({ path, text, problems }: FoundSettings): FileReport => {
  const byPlace = [...problems].sort((a: Problem, b: Problem) => a.span.from - b.span.from);
  return { file: shown(path), format: "settings", text, problems: byPlace, suppressed: 0 };
};

/** The text after its fixes, which are also written. */
function repaired({ path, named }: Target, values: Values, config: Configuration): string {
  const text = readText(path);
  const { options, ignored } = config.of(path);
  if ((ignored && !named) || isSettingsName(path)) return text;
  const done = fixed(path, text, options, values["unsafe-fixes"] === true);
  if (done !== text) writeFileSync(path, done);
  return done;
}
