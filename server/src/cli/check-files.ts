import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Beside } from "../core/beside";
import { isMessage, type Message } from "../core/message";
import type { FileReport } from "../report/file-report";
import { isOtherProgram, isWithoutModel, understand } from "../service";
import { deckProblems, isDeckName } from "../service/decks";
import { lookAt } from "../service/look";
import { type FoundSettings, problemsOf, settingsAt, withBase } from "../settings/find";
import { lookAtSettings } from "../settings/look";
import { isSettingsName } from "../settings/settings";
import { inputFault } from "./asked-input";
import type { Configuration } from "./configuration";
import { dataFinder } from "./data-of";
import type { Mending } from "./fix";
import { known } from "./known";
import type { Progress } from "./progress";
import { decode, looksLikeModel, readText, Unreadable } from "./read-text";
import { atScale, noModel } from "./scale";
import { shown, type Target, targetsOf } from "./targets";
import { isMarked } from "./write-text";

export type Complain = (path: string, reason: Message) => void;

export interface Search {
  readonly paths: readonly string[];
  readonly stdinPath: string | undefined;
  readonly config: Configuration;
  readonly complain: Complain;
  /** What becomes of a text before it is judged. */
  readonly mend: Mending;
  /** Told of each file that was read, also where there is no model in it. */
  looked?(path: string): void;
  /** Told how many files there are, before the first of them is looked at. */
  begin(total: number): Pick<Progress, "step">;
}

/** Everything that words of a command line lead to, each file once; configurations that are wrong come last. */
export function checkFiles(search: Search): readonly FileReport[] {
  const { paths, stdinPath, config, complain } = search;
  const reports: FileReport[] = [];
  const settings = new Map<string, SettingsReport>();
  // What comes through standard input may be a file that an override is for, and that is not there.
  const { files: _, ...unlisted } = config.disk;
  const disk = paths.includes("-") ? unlisted : config.disk;
  const dataOf = dataFinder();
  const look = (target: Target, read: () => string, beside: typeof dataOf): void => {
    const text = guarded(target, complain, read);
    if (text === undefined) return;
    const path = target.path.replaceAll("\\", "/");
    // Of the programs in a folder few are about models; to look for what is configured for each would take the longest.
    if (!target.named && isOtherProgram(path, text)) return search.looked?.(target.path);
    if (isDeckName(path)) return deckIn(target, text, search, reports);
    // One that is looked at by itself is not told of again.
    if (isSettingsName(path))
      guarded(target, complain, () => settings.set(path, settingsIn(target, path, text, search)));
    else guarded(target, complain, () => modelIn(target, text, search, reports, beside));
    for (const file of tellable(config.of(target.path).files, config.named))
      if (!settings.has(file.path)) settings.set(file.path, { ...file, problems: problemsOf(file, disk) });
  };
  if (paths.includes("-")) {
    const bytes = readFileSync(0);
    look(
      { path: resolve(stdinPath!), named: true, piped: { marked: isMarked(bytes) } },
      () => decode(bytes),
      () => undefined,
    );
  }
  const files = paths.filter((path) => path !== "-");
  const targets = targetsOf(files, complain);
  // A configuration is mended before anything is read with it.
  const progress = search.begin(targets.length);
  for (const target of [...targets].sort((a, b) => Number(isSettingsName(b.path)) - Number(isSettingsName(a.path)))) {
    progress.step(shown(target.path));
    look(target, () => readText(target.path), dataOf);
  }
  for (const path of settings.keys()) search.looked?.(path);
  const named = new Set(files.map((path) => resolve(path).replaceAll("\\", "/")));
  const told = [...settings.values()].filter(
    ({ path, problems, mended }) => problems.length || mended?.fixed || mended?.piped !== undefined || named.has(path),
  );
  return [...reports, ...told.map(settingsReport)];
}

/** An unreadable file is complained about where it was named, or is a model for all that can be seen of it. */
function guarded<T>({ path, named }: Target, complain: Complain, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (named || looksLikeModel(path, error)) complain(shown(path), error.told);
    return undefined;
  }
}

function modelIn(
  target: Target,
  text: string,
  search: Search,
  reports: FileReport[],
  beside: (path: string) => Beside | undefined,
): void {
  const { path, named } = target;
  const { config, complain } = search;
  const { options, ignored } = config.of(path);
  if (ignored && !named) return;
  // A dialect that is asked for decides how models are read; it does not make models of other files found by walking.
  const isModel = named || options.dialect === undefined || understand(path, text) !== undefined;
  if (!isModel) return search.looked?.(path);
  const asked = atScale(path, text, options);
  if (isMessage(asked)) return complain(shown(path), asked);
  const data = beside(path);
  const all = data ? { ...asked, data } : asked;
  const done = search.mend(target, text, lookAt(path, all));
  const understood = understand(path, done.text, all);
  if (!understood) return named ? complain(shown(path), noModel(path)) : search.looked?.(path);
  if (!named && isWithoutModel(understood)) return search.looked?.(path);
  const { format, analysis } = understood;
  const fault = named ? inputFault(analysis.models, config.input) : undefined;
  if (fault) return complain(shown(path), fault);
  const { suppressed } = analysis;
  const problems = understood.mendable(analysis.problems);
  search.looked?.(path);
  const { unread } = understood;
  const silent = { suppressed: suppressed.length, silenced: suppressed };
  reports.push({ ...done, file: shown(path), format, problems, ...silent, ...(unread && { unread }) });
}

/** Of those that a folder happens to have only what is wrong is told. */
function deckIn({ path, named }: Target, text: string, search: Search, reports: FileReport[]): void {
  search.looked?.(path);
  const problems = deckProblems(text);
  if (named || problems.length) reports.push({ file: shown(path), format: "deck", text, problems, suppressed: 0 });
}

type SettingsReport = FoundSettings & Pick<FileReport, "mended">;

/** Configurations that are told of by themselves, those that others extend among them; each before what it extends. */
const tellable = (files: readonly FoundSettings[], named: string | undefined): readonly FoundSettings[] =>
  files
    .flatMap((file) => [...withBase<FoundSettings>(file)].reverse())
    .filter(({ path }) => isSettingsName(path) || path === named);

function settingsIn(target: Target, path: string, text: string, { mend, config }: Search): SettingsReport {
  const done = mend(target, text, lookAtSettings(path, known()));
  const file = settingsAt(path, done.text, known(), config.disk);
  return { ...file, problems: problemsOf(file, config.disk), ...done };
}

const settingsReport = ({ path, text, problems, mended }: SettingsReport): FileReport => {
  const byPlace = [...problems].sort((a, b) => a.span.from - b.span.from);
  return { file: shown(path), format: "settings", text, problems: byPlace, suppressed: 0, ...(mended && { mended }) };
};
