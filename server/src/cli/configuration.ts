import { existsSync } from "node:fs";
import { resolve as absolute } from "node:path";
import type { ReadOptions } from "../core/format";
import { linesOf } from "../core/lines";
import { type Message, say, verbatim } from "../core/message";
import { nearest } from "../core/nearest";
import type { Severities } from "../core/severity";
import { severities } from "../core/severity";
import type { Options } from "../service";
import { type Disk, type FoundSettings, settingsAbove, settingsAt, withBase } from "../settings/find";
import type { Known } from "../settings/read-settings";
import { resolve } from "../settings/resolve";
import { classesNear, pythonIn } from "./classes";
import { inputOf } from "./options";
import { readText, Unreadable } from "./read-text";
import { settingsDisk } from "./settings-disk";
import { shown } from "./targets";
import { UsageError } from "./usage";

/** What the command line says, which stands above every configuration file. */
export interface Said {
  readonly config?: string | undefined;
  readonly input?: readonly string[] | undefined;
  readonly scale?: string | undefined;
  readonly dialect?: string | undefined;
  readonly rule?: readonly string[] | undefined;
}

export interface Configuration {
  /** What the command line itself asks for. */
  readonly input: ReadOptions["input"];
  /** The file that `--config` names: what is wrong in it is told whatever it is called. */
  readonly named?: string;
  /** All that it says. */
  readonly over: Options;
  /** What is known of the files around configurations. */
  readonly disk: Disk;
  /** How a file is read, and whether it is passed over when found by walking. */
  of(path: string): { readonly options: Options; readonly ignored: boolean; readonly files: readonly FoundSettings[] };
}

/** A search over many models may name a folder for each; nothing of the last need be known for the next. */
const mostKept = 10_000;

/** `complain` is told of configuration files that are there but cannot be read; the others still hold. */
export function configuration(
  said: Said,
  known: Known,
  complain: (path: string, reason: Message) => void,
): Configuration {
  const over = overrides(said, known);
  const texts = new Map<string, string | undefined>();
  const folders = new Map<string, readonly FoundSettings[]>();
  const read = (path: string): string | undefined => {
    if (texts.size > mostKept) texts.clear();
    if (!texts.has(path)) texts.set(path, textAt(path, complain));
    return texts.get(path);
  };
  const disk = settingsDisk(read);
  const unmet = new Set<string>();
  const checked = (files: readonly FoundSettings[]): readonly FoundSettings[] => {
    for (const file of files.flatMap((one) => withBase<FoundSettings>(one))) {
      if (file.settings.version?.met !== false || unmet.has(file.path)) continue;
      unmet.add(file.path);
      complain(...asksForAnother(file, known));
    }
    return files;
  };
  const { config } = said;
  const named =
    config === undefined ? undefined : checked([settingsAt(slashed(absolute(config)), mustRead(config), known, disk)]);
  const above = (path: string): readonly FoundSettings[] => {
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (folders.size > mostKept) folders.clear();
    const files = folders.get(folder) ?? checked(settingsAbove(path, disk, known));
    folders.set(folder, files);
    return files;
  };
  const classes = classesNear();
  return {
    input: over.input,
    ...(config !== undefined && { named: slashed(absolute(config)) }),
    over,
    disk,
    of(path) {
      const where = slashed(absolute(path));
      const files = named ?? above(where);
      const { rules, ruleOptions, input, dialect, scales, modules, ignored } = resolve(files, where);
      const options: Options = {
        severities: { ...rules, ...over.severities },
        ruleOptions,
        ...((over.input ?? input) && { input: (over.input ?? input)! }),
        ...(over.input && { instead: true }),
        ...((over.dialect ?? dialect) !== undefined && { dialect: (over.dialect ?? dialect)! }),
        ...(modules && { modules }),
        ...pythonIn(classes(where)),
        ...(over.scale !== undefined && { scale: over.scale }),
        ...(said.scale === undefined && scales && { scales }),
      };
      return { options, ignored, files };
    },
  };
}

const slashed = (path: string): string => path.replaceAll("\\", "/");

/** What is said on standard error, so that nobody takes the report for that of the version that was asked for. */
function asksForAnother({ path, text, settings }: FoundSettings, { version }: Known): [path: string, reason: Message] {
  const line = linesOf(text).at(settings.places.get("required-version")?.from ?? 0).line + 1;
  const { range } = settings.version!;
  return [
    `${shown(path)}:${line}`,
    say`this is convlint ${version}, and ${range} is required; install a version that fits`,
  ];
}

function mustRead(path: string): string {
  try {
    return readText(path);
  } catch (error) {
    throw error instanceof Unreadable ? new UsageError(say`${path}: ${error.told}`) : error;
  }
}

/** A configuration file that is there but cannot be read is a fault, not an absence. */
function textAt(path: string, complain: (path: string, reason: Message) => void): string | undefined {
  try {
    return existsSync(path) ? readText(path) : undefined;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    complain(shown(path), error.told);
    return undefined;
  }
}

function overrides({ input, scale, dialect, rule = [] }: Said, known: Known): Options {
  if (dialect !== undefined && !known.dialects.includes(dialect))
    throw new UsageError(
      say`--dialect is one of ${[...known.dialects].sort().join(", ")}, not ${meant(dialect, known.dialects)}`,
    );
  const shape = inputOf(input);
  return {
    severities: Object.fromEntries(rule.map((one) => severityOf(one, known))) as Severities,
    ...(shape && { input: shape }),
    ...(scale !== undefined && scale !== "all" && { scale }),
    ...(dialect !== undefined && { dialect }),
  };
}

function severityOf(rule: string, { ids }: Known): readonly [string, string] {
  const [id = "", severity = ""] = rule.split("=");
  const choices = [...severities, "off"];
  if (!choices.includes(severity))
    throw new UsageError(say`--rule is ID=severity with one of ${choices.join(", ")}, not ${rule}`);
  if (ids.includes(id)) return [id, severity];
  throw new UsageError(say`--rule: no rule is called ${meant(id, ids)}`);
}

function meant(word: string, words: readonly string[]): Message {
  const near = nearest(word, words);
  return near ? say`${word}; did you mean ${near}?` : verbatim(word);
}
