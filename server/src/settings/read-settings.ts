import type { ReadOptions } from "../core/format";
import { say } from "../core/message";
import { didYouMean, nearest } from "../core/nearest";
import { changeTo, type Problem, problem, type Report } from "../core/problem";
import { type Severities, type Severity, severities } from "../core/severity";
import { modulesOf } from "../modules/read-modules";
import type { Document } from "../tree/document";
import { type Entry, entriesOf, isMissing, itemsOf, type Tree, textOf } from "../tree/tree";
import { fileKeys, overrideKeys } from "./keys";
import type { FileSettings, Override, Settings } from "./settings";

/** What exists to be named in settings. */
export interface Known {
  readonly ids: readonly string[];
  readonly dialects: readonly string[];
}

export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** Reads a `.convlint.yaml`. What is wrong is reported at its place, and the rest holds. */
export function readSettings({ root, text, problems: found }: Document, known: Known): ReadSettings {
  const problems: Problem[] = [...found];
  const report: Report = (one) => problems.push(one);
  if (root && root.kind !== "map" && !isMissing(root))
    report(problem("wrong-setting", root.span, say`the configuration is a map with the keys ${fileKeys.join(", ")}`));
  const entries = knownEntries(root, fileKeys, report);
  const settings: Settings = {
    root: bool(entries.get("root"), report),
    ...fileSettings(entries, known, text, report),
    ignore: globs(entries.get("ignore"), report),
    overrides: overridesOf(entries.get("overrides"), known, text, report),
  };
  return { settings, problems };
}

type Entries = ReadonlyMap<string, Entry>;

function knownEntries(tree: Tree | undefined, keys: readonly string[], report: Report): Entries {
  const entries = new Map<string, Entry>();
  for (const entry of entriesOf(tree)) {
    entries.set(entry.key, entry);
    if (keys.includes(entry.key)) continue;
    const near = nearest(entry.key, keys);
    const message = say`there is no setting ${entry.key}${didYouMean(near)}`;
    report(problem("unknown-setting", entry.keySpan, message, changeTo(near, entry.keySpan)));
  }
  return entries;
}

function fileSettings(entries: Entries, known: Known, text: string, report: Report): FileSettings {
  const input = inputOf(entries.get("input"), report);
  const dialect = dialectOf(entries.get("dialect"), known, report);
  const modules = modulesOf(entries.get("modules"), text, report);
  return {
    rules: rulesOf(entries.get("rules"), known, report),
    ...(input && { input }),
    ...(dialect !== undefined && { dialect }),
    ...(modules.size && { modules }),
  };
}

const wrong = (entry: Pick<Entry, "key" | "keySpan" | "value">, what: string, report: Report): void => {
  const span = isMissing(entry.value) ? entry.keySpan : entry.value.span;
  report(problem("wrong-setting", span, say`${entry.key} is ${what}`));
};

function bool(entry: Entry | undefined, report: Report): boolean {
  if (!entry) return false;
  const { value } = entry;
  if (value.kind === "scalar" && typeof value.value === "boolean") return value.value;
  wrong(entry, "true or false", report);
  return false;
}

const values: readonly string[] = [...severities, "off"];

function rulesOf(entry: Entry | undefined, { ids }: Known, report: Report): Severities {
  if (!entry) return {};
  if (entry.value.kind !== "map" && !isMissing(entry.value)) wrong(entry, "a map of ids and severities", report);
  const rules: { [id: string]: Severity | "off" } = {};
  for (const { key, keySpan, value } of entriesOf(entry.value)) {
    if (!ids.includes(key)) {
      const near = nearest(key, ids);
      report(
        problem("unknown-rule", keySpan, say`no rule is called ${key}${didYouMean(near)}`, changeTo(near, keySpan)),
      );
      continue;
    }
    const severity = severityOf(value);
    if (severity) rules[key] = severity;
    else wrong({ key, keySpan, value }, values.join(", "), report);
  }
  return rules;
}

/** `off` alone would be a boolean in older YAML; here it is a word, and so is `false`. */
function severityOf(tree: Tree): Severity | "off" | undefined {
  const text = textOf(tree);
  if (text === "off" || text === "false") return "off";
  return severities.find((severity) => severity === text);
}

function dialectOf(entry: Entry | undefined, { dialects }: Known, report: Report): string | undefined {
  if (!entry) return undefined;
  const text = textOf(entry.value);
  if (text !== undefined && dialects.includes(text)) return text;
  wrong(entry, `one of ${dialects.join(", ")}`, report);
  return undefined;
}

/** `[3, 640, 640]`, or one list for each name of an input. */
function inputOf(entry: Entry | undefined, report: Report): ReadOptions["input"] {
  if (!entry) return undefined;
  const single = sizes(entry.value);
  if (single) return single;
  const named = entriesOf(entry.value).map(({ key, value }) => [key, sizes(value)] as const);
  if (named.length && named.every(([, shape]) => shape))
    return Object.fromEntries(named) as { [name: string]: number[] };
  wrong(entry, "a list of sizes without the batch, such as [3, 640, 640]", report);
  return undefined;
}

function sizes(tree: Tree): readonly number[] | undefined {
  const items = itemsOf(tree).map((item) => (item.kind === "scalar" ? item.value : undefined));
  const sound =
    items.length > 0 && items.every((item) => typeof item === "number" && Number.isInteger(item) && item > 0);
  return sound ? (items as readonly number[]) : undefined;
}

function globs(entry: Entry | undefined, report: Report): readonly string[] {
  if (!entry) return [];
  const single = textOf(entry.value);
  const all = single === undefined ? itemsOf(entry.value).map(textOf) : [single];
  if (all.length && all.every((glob) => glob !== undefined)) return all;
  if (entry.value.kind !== "list" || all.length) wrong(entry, 'a list of globs, such as ["generated/**"]', report);
  return [];
}

function overridesOf(entry: Entry | undefined, known: Known, text: string, report: Report): readonly Override[] {
  if (!entry) return [];
  if (entry.value.kind !== "list") wrong(entry, "a list of maps, each with files", report);
  return itemsOf(entry.value).map((item) => {
    const entries = knownEntries(item, overrideKeys, report);
    const files = entries.get("files");
    if (!files)
      report(
        problem(
          "wrong-setting",
          [...entries.values()][0]?.keySpan ?? item.span,
          say`an override says for which files it is: files: ["**/*.yaml"]`,
        ),
      );
    return { files: globs(files, report), ...fileSettings(entries, known, text, report) };
  });
}
