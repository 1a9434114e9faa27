import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { linesOf } from "../core/lines";
import type { Findings } from "../features/diagnostics";
import { aloudIn, type Snapshot, scalesOf } from "../features/snapshot";
import { isWithoutModel, type Options, shifted, understand } from "../service";
import { deckProblems, isDeckName } from "../service/decks";
import { afterVersion } from "../service/memories";
import { isSettingsName } from "../settings/settings";
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
  /** Milliseconds of reading and analysing. */
  readonly took: number;
}

export interface Documents {
  /** The document as it is now, analysed once however often it is asked for; nothing when it is not open. */
  page(uri: string, token?: CancellationToken): Promise<Page | undefined>;
  /** A text that is not open, as it would be read if it were; nothing of it is kept. */
  closed(uri: string, text: string, token?: CancellationToken): Promise<Page>;
  readonly uris: () => readonly string[];
  /** The text of an open document by the path of its URI. */
  textAt(path: string): string | undefined;
  /** Which size of the model is looked at; nothing is read again for it. */
  setScale(uri: string, scale: string): void;
  /** Whether the shapes of its layers are asked for rather than shown. */
  setPredicts(uri: string, predicts: boolean): void;
  /** What was read with other settings is read again when next asked for. */
  forget(): void;
}

interface Changes {
  changed(uri: string): void;
  closed(uri: string): void;
}

/** A version of a document on its way: its text is taken at once, since the document goes on changing while settings are waited for. */
interface Version {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** As the client calls it. */
  readonly language: string;
  readonly settings: Promise<Settings>;
  page?: Page;
}

export function documents(connection: Connection, settings: SettingsRoom, { changed, closed }: Changes): Documents {
  const open = new TextDocuments(TextDocument);
  const kept = new Map<string, Version>();
  const scales = new Map<string, string>();
  const predicting = new Set<string>();
  const well = new Map<string, Well>();

  open.onDidChangeContent(({ document }) => changed(document.uri));
  open.onDidClose(({ document: { uri } }) => {
    for (const map of [kept, scales, predicting, well]) map.delete(uri);
    settings.close(uri);
    closed(uri);
  });
  open.listen(connection);

  function versionOf(uri: string): Version | undefined {
    const document = open.get(uri);
    const known = kept.get(uri);
    if (!document || known?.version === document.version) return document && known;
    const { version, languageId: language } = document;
    const now = { uri, version, language, text: document.getText(), settings: settings.of(uri) };
    kept.set(uri, now);
    return now;
  }

  return {
    async page(uri, token) {
      const now = versionOf(uri);
      if (!now) return undefined;
      const found = await now.settings;
      if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      now.page ??= pageOf(now, found, well, settings);
      const page = withScale(now.page, scales.get(uri));
      return predicting.has(uri) ? { ...page, predicts: true } : page;
    },
    async closed(uri, text, token) {
      const found = await settings.of(uri);
      if (!open.get(uri)) settings.close(uri);
      if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      return pageOf({ uri, version: 0, text }, found, new Map(), settings);
    },
    uris: () => open.keys(),
    textAt: (path) =>
      open
        .all()
        .find(({ uri }) => pathOf(uri) === path)
        ?.getText(),
    setScale: (uri, scale) => scales.set(uri, scale),
    setPredicts: (uri, predicts) => (predicts ? predicting.add(uri) : predicting.delete(uri)),
    forget: () => kept.clear(),
  };
}

/** The last version of a document in which no more was wrong than in those before, and how much that was. */
interface Well {
  /** No more is kept of it than its rows. */
  readonly before: NonNullable<Options["before"]>;
  readonly wrong: number;
}

function pageOf(
  { uri, version, text, language }: Pick<Version, "uri" | "version" | "text"> & Partial<Pick<Version, "language">>,
  settings: Settings,
  well: Map<string, Well>,
  room: SettingsRoom,
): Page {
  const start = performance.now();
  const path = pathOf(uri);
  const { voice } = settings;
  const known = isSettingsName(path)
    ? { findings: { ...room.findings(path, text), voice } }
    : isDeckName(path)
      ? { findings: { text, lines: linesOf(text), problems: deckProblems(text), voice } }
      : lookAt(uri, text, language, settings, well);
  afterVersion();
  return { uri, version, language, settings, took: performance.now() - start, ...known };
}

function lookAt(
  uri: string,
  text: string,
  language: string | undefined,
  { options, ignored, voice }: Settings,
  well: Map<string, Well>,
): Pick<Page, "model" | "findings"> {
  const last = well.get(uri);
  const more = { voice, ...(language !== undefined && { language }), ...(last && { before: last.before }) };
  const understood = understand(pathOf(uri), text, { ...options, ...more });
  if (!understood || isWithoutModel(understood)) return {};
  const wrong = understood.analysis.problems.filter(({ severity }) => severity === "error" || severity === "warning");
  const isWell = wrong.length <= (last?.wrong ?? wrong.length) && !wrong.some(({ id }) => id === shifted);
  const sheets = isWell ? understood.sheets?.() : undefined;
  if (sheets?.length) well.set(uri, { before: { sheets: () => sheets }, wrong: wrong.length });
  const analysis = ignored ? { ...understood.analysis, problems: [] } : understood.analysis;
  const model: Snapshot = { text, lines: linesOf(text), voice: aloudIn(voice, analysis), ...understood, analysis };
  return { model, findings: { ...model, problems: analysis.problems } };
}

/** With the size somebody chose, as long as the model has it. */
function withScale(page: Page, wanted: string | undefined): Page {
  const chosen = page.model && scalesOf(page.model).find((id) => id === wanted);
  return chosen === undefined ? page : { ...page, model: { ...page.model!, scale: chosen } };
}
