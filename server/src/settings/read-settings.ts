import { say } from "../core/message";
import { type Problem, problem, type Report } from "../core/problem";
import type { Span } from "../core/span";
import { modulesOf } from "../modules/read-modules";
import type { Document } from "../tree/document";
import { type Entry, isMissing, itemsOf } from "../tree/tree";
import { fileKeys, overrideKeys } from "./keys";
import { budgetOf } from "./read-budget";
import { extendsAt } from "./read-extends";
import { rulesOf } from "./read-rules";
import { boolAt, dialectAt, globsAt, inputAt, scalesAt } from "./read-values";
import { unquoted, versionAt } from "./read-version";
import { type Context, type Entries, type Known, knownEntries, placeOf, wrong } from "./reading";
import { optionsOver } from "./rule-options";
import type { FileSettings, Override, Settings } from "./settings";

export type { Known };

export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** Reads a `.convlint.yaml`. What is wrong is reported at its place, and the rest holds. */
export function readSettings({ root, text, problems: found }: Document, known: Known): ReadSettings {
  const problems: Problem[] = [];
  const report: Report = (one) => problems.push(one);
  const bare = unquoted(text, found, known, report);
  problems.unshift(...(bare?.others ?? found));
  if (root && root.kind !== "map" && !isMissing(root))
    report(problem("wrong-setting", root.span, say`the configuration is a map with the keys ${fileKeys.join(", ")}`));
  const entries = knownEntries(root, fileKeys, report);
  const asked = { known, text, report };
  const version = bare ? bare.required : versionAt(entries.get("required-version"), known, report);
  const settings: Settings = {
    root: boolAt(entries.get("root"), report),
    ...(version && { version }),
    extends: extendsAt(entries.get("extends"), report),
    ...fileSettings(entries, asked),
    ignore: globsAt(entries.get("ignore"), report),
    overrides: overridesOf(entries.get("overrides"), asked),
  };
  return { settings, problems: problems.sort(byPlace) };
}

const byPlace = (a: Problem, b: Problem): number => a.span.from - b.span.from;

type Asked = Omit<Context, "said">;

function fileSettings(entries: Entries, asked: Asked): FileSettings {
  const places = new Map<string, Span>([...entries].map(([key, { keySpan }]) => [key, keySpan]));
  const context: Context = { ...asked, said: (keys, span) => places.set(keys, span) };
  const budget = budgetOf(entries.get("budget"), context);
  const { rules, ruleOptions } = rulesOf(entries.get("rules"), context);
  const input = inputAt(entries.get("input"), asked.report);
  const dialect = dialectAt(entries.get("dialect"), context);
  const scales = scalesAt(entries.get("scales"), asked.report);
  const modules = modulesOf(entries.get("modules"), asked.text, asked.report);
  for (const name of modules.keys()) context.said(`modules.${name}`, placeIn(entries.get("modules"), name));
  return {
    rules: { ...budget.rules, ...rules },
    ruleOptions: optionsOver(budget.ruleOptions, ruleOptions),
    ...(input && { input }),
    ...(dialect !== undefined && { dialect }),
    ...(scales && { scales }),
    ...(modules.size && { modules }),
    places,
  };
}

function placeIn(entry: Entry | undefined, name: string): Span {
  const inner = entry?.value.kind === "map" ? entry.value.entries.find(({ key }) => key === name) : undefined;
  return inner?.keySpan ?? entry!.keySpan;
}

function overridesOf(entry: Entry | undefined, asked: Asked): readonly Override[] {
  if (!entry) return [];
  const { report } = asked;
  if (entry.value.kind !== "list" && !isMissing(entry.value))
    wrong(entry, say`a list of maps, each with files`, report);
  return itemsOf(entry.value).map((item) => {
    const entries = knownEntries(item, overrideKeys, report);
    const files = entries.get("files");
    if (!files) {
      const span = [...entries.values()][0]?.keySpan ?? item.span;
      report(problem("wrong-setting", span, say`an override says for which files it is: files: ["**/*.yaml"]`));
    }
    const span = files ? placeOf(files) : item.span;
    return { files: globsAt(files, report), span, ...fileSettings(entries, asked) };
  });
}
