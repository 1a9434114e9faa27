import { say } from "../core/message";
import { type Problem, problem, type Report } from "../core/problem";
import type { Span } from "../core/span";
import { modulesOf } from "../modules/read-modules";
import type { Document } from "../tree/document";
import { type Entry, isMissing, itemsOf } from "../tree/tree";
import { fileKeys, overrideKeys } from "./keys";
import { rulesOf } from "./read-rules";
import { boolAt, dialectAt, globsAt, inputAt } from "./read-values";
import { type Context, type Entries, type Known, knownEntries, wrong } from "./reading";
import type { FileSettings, Override, Settings } from "./settings";

export type { Known };

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
  const asked = { known, text, report };
  const settings: Settings = {
    root: boolAt(entries.get("root"), report),
    ...fileSettings(entries, asked),
    ignore: globsAt(entries.get("ignore"), report),
    overrides: overridesOf(entries.get("overrides"), asked),
  };
  return { settings, problems };
}

type Asked = Omit<Context, "said">;

function fileSettings(entries: Entries, asked: Asked): FileSettings {
  const places = new Map<string, Span>([...entries].map(([key, { keySpan }]) => [key, keySpan]));
  const context: Context = { ...asked, said: (keys, span) => places.set(keys, span) };
  const input = inputAt(entries.get("input"), asked.report);
  const dialect = dialectAt(entries.get("dialect"), context);
  const modules = modulesOf(entries.get("modules"), asked.text, asked.report);
  return {
    ...rulesOf(entries.get("rules"), context),
    ...(input && { input }),
    ...(dialect !== undefined && { dialect }),
    ...(modules.size && { modules }),
    places,
  };
}

function overridesOf(entry: Entry | undefined, asked: Asked): readonly Override[] {
  if (!entry) return [];
  const { report } = asked;
  if (entry.value.kind !== "list") wrong(entry, "a list of maps, each with files", report);
  return itemsOf(entry.value).map((item) => {
    const entries = knownEntries(item, overrideKeys, report);
    const files = entries.get("files");
    if (!files) {
      const span = [...entries.values()][0]?.keySpan ?? item.span;
      report(problem("wrong-setting", span, say`an override says for which files it is: files: ["**/*.yaml"]`));
    }
    return { files: globsAt(files, report), ...fileSettings(entries, asked) };
  });
}
