import { linesOf } from "../core/lines";
import type { Problem } from "../core/problem";
import type { Findings } from "../features/diagnostics";
import { aloudIn, type Snapshot } from "../features/snapshot";
import { isProgram, isWithoutModel, type Options, shifted, type Understood, understand } from "../service";
import { deckProblems, isDeckName } from "../service/decks";
import { afterVersion } from "../service/memories";
import { isSettingsName } from "../settings/settings";
import type { Programs, Shown } from "./programs";
import type { Settings, SettingsRoom } from "./settings";
import { pathOf } from "./uri";

/** One version of an open document, read with the settings it has; of any other file nothing is known. */
export interface Page {
  readonly uri: string;
  readonly version: number;
  /** As the client calls it; not known of what is not open. */
  readonly language?: string | undefined;
  readonly settings: Settings;
  readonly model?: Snapshot;
  /** Of a model, a configuration file, and a deck of cards. */
  readonly findings?: Findings;
  /** The shapes of its layers are asked for rather than shown. */
  readonly predicts?: true;
  /** Only a pause will tell whether something is wrong in it. */
  readonly waits?: true;
  /** What is known of the text as it stands, where an earlier one stands in for it. */
  latest?(): Known;
  /** Milliseconds of reading and analysing. */
  readonly took: number;
}

type Known = Pick<Page, "model" | "findings">;

/** The page with its text as it stands: for what is written into it, and for what is still to be written. */
export const latestOf = (page: Page): Page => {
  if (!page.latest) return page;
  const { model: _, findings: __, latest, ...rest } = page;
  return { ...rest, ...latest() };
};

/** A version of a document on its way: its text is taken at once, since the document goes on changing while settings are waited for. */
export interface Version {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** As the client calls it. */
  readonly language: string;
  readonly settings: Promise<Settings>;
  /** Somebody has paused in it. */
  isSettled?: true;
  page?: Page;
}

/** What is kept of documents from one version to the next. */
export interface Kept {
  readonly well: Map<string, Well>;
  readonly programs: Programs;
}

/** The last version of a document in which no more was wrong than in those before, and how much that was. */
export interface Well {
  /** No more is kept of it than its rows. */
  readonly before: NonNullable<Options["before"]>;
  readonly wrong: number;
}

type Told = Pick<Version, "uri" | "version" | "text" | "isSettled"> & Partial<Pick<Version, "language">>;

export function pageOf(of: Told, settings: Settings, kept: Kept, room: SettingsRoom): Page {
  const start = performance.now();
  const { uri, version, text, language } = of;
  const path = pathOf(uri);
  const { voice } = settings;
  const known = isSettingsName(path)
    ? { findings: { ...room.findings(path, text), voice } }
    : isDeckName(path)
      ? { findings: { text, lines: linesOf(text), problems: deckProblems(text), voice } }
      : isProgram(path, language)
        ? programIn(of, settings, kept)
        : modelIn(of, settings, kept);
  afterVersion();
  return { uri, version, language, settings, took: performance.now() - start, ...known };
}

function modelIn({ uri, text, language }: Told, settings: Settings, { well }: Kept): Known {
  const last = well.get(uri);
  const more = { voice: settings.voice, ...said(language), ...(last && { before: last.before }) };
  const understood = understand(pathOf(uri), text, { ...settings.options, ...more });
  if (!understood) return {};
  const wrong = understood.analysis.problems.filter(({ severity }) => severity === "error" || severity === "warning");
  const isWell = wrong.length <= (last?.wrong ?? wrong.length) && !wrong.some(({ id }) => id === shifted);
  const sheets = isWell ? understood.sheets?.() : undefined;
  if (sheets?.length) well.set(uri, { before: { sheets: () => sheets }, wrong: wrong.length });
  return knownOf(understood, text, settings);
}

function programIn(of: Told, settings: Settings, { programs }: Kept): Known & Pick<Page, "waits" | "latest"> {
  const { uri, text, language, isSettled = false } = of;
  const { options, voice } = settings;
  const read = (text: string) => understand(pathOf(uri), text, { ...options, voice, ...said(language) });
  const { understood, earlier, latest, waits } = programs.shown(uri, text, isSettled, read);
  const latestKnown = (): Known => {
    const now = latest?.();
    return now ? knownOf(now, text, settings) : {};
  };
  return {
    ...(understood && knownOf(understood, text, settings, earlier)),
    ...(waits && { waits }),
    ...(latest && { latest: latestKnown }),
  };
}

const said = (language: string | undefined) => (language === undefined ? {} : { language });

function knownOf(understood: Understood, text: string, settings: Settings, earlier?: Shown["earlier"]): Known {
  if (isWithoutModel(understood)) return {};
  const { problems } = understood.analysis;
  const told = settings.ignored ? [] : earlier ? standing(problems, earlier) : problems;
  const analysis = told === problems ? understood.analysis : { ...understood.analysis, problems: told };
  const where = earlier ?? { text, lines: linesOf(text) };
  const model: Snapshot = { ...where, voice: aloudIn(settings.voice, analysis), ...understood, analysis };
  return { model, findings: { ...model, problems: told } };
}

/** Problems of an earlier version in lines that nobody has touched since. */
const standing = (problems: readonly Problem[], { isRewritten }: NonNullable<Shown["earlier"]>): readonly Problem[] =>
  problems
    .filter(({ span }) => !isRewritten(span))
    .map((one) => {
      const related = one.related?.filter(({ span, elsewhere }) => elsewhere || !isRewritten(span));
      return related ? { ...one, related } : one;
    });
