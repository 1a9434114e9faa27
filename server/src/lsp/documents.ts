import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { scalesOf } from "../features/snapshot";
import { isProgram } from "../service";
import { type Page, pageOf, type Version } from "./page";
import { programs } from "./programs";
import type { SettingsRoom } from "./settings";
import { pathOf } from "./uri";

export type { Page } from "./page";

/** Milliseconds without a letter before what may only not be written yet is taken for what it says. */
const pause = 700;

export interface Documents {
  /** The document as it is now, analysed once however often it is asked for; nothing when it is not open. */
  page(uri: string, token?: CancellationToken): Promise<Page | undefined>;
  /** A text that is not open, as it would be read if it were; nothing of it is kept. */
  closed(uri: string, text: string, token?: CancellationToken): Promise<Page>;
  readonly uris: () => readonly string[];
  /** The text of an open document by the path of its URI. */
  textAt(path: string): string | undefined;
  /** The same as others read it: of a program that is being typed the last version that was finished. */
  programAt(path: string): string | undefined;
  /** Which size of the model is looked at; nothing is read again for it. */
  setScale(uri: string, scale: string): void;
  /** Whether the shapes of its layers are asked for rather than shown. */
  setPredicts(uri: string, predicts: boolean): void;
  /** Somebody is done with it for now, and is told of all that there is. */
  settle(uri: string): void;
  /** What was read with other settings is read again when next asked for. */
  forget(): void;
}

interface Changes {
  changed(uri: string): void;
  /** More is told of the last version now that nobody types any more; absent where nobody can be told. */
  readonly settled: ((uri: string) => void) | undefined;
  closed(uri: string): void;
}

export function documents(
  connection: Connection,
  settings: SettingsRoom,
  { changed, settled, closed }: Changes,
): Documents {
  const open = new TextDocuments(TextDocument);
  const kept = new Map<string, Version>();
  const scales = new Map<string, string>();
  const predicting = new Set<string>();
  const earlier = { well: new Map(), programs: programs() };
  const pauses = new Map<string, ReturnType<typeof setTimeout>>();

  open.onDidChangeContent(({ document }) => {
    clearTimeout(pauses.get(document.uri));
    if (isProgram(pathOf(document.uri), document.languageId))
      earlier.programs.changed(document.uri, document.getText());
    changed(document.uri);
  });
  open.onDidSave(({ document }) => settle(document.uri));
  open.onDidClose(({ document: { uri } }) => {
    clearTimeout(pauses.get(uri));
    for (const map of [kept, scales, predicting, earlier.well, pauses]) map.delete(uri);
    earlier.programs.closed(uri);
    settings.close(uri);
    closed(uri);
  });
  open.listen(connection);

  const openAt = (path: string) => open.all().find(({ uri }) => pathOf(uri) === path);

  function settle(uri: string): void {
    const now = versionOf(uri);
    if (!now) return;
    now.isSettled = true;
    if (!now.page?.waits) return;
    delete now.page;
    settled?.(uri);
  }

  /** Begins when a version has been read: however long that takes, somebody who types on is not interrupted. */
  function awaitPause(uri: string): void {
    clearTimeout(pauses.get(uri));
    pauses.set(
      uri,
      setTimeout(() => settle(uri), pause),
    );
  }

  function versionOf(uri: string): Version | undefined {
    const document = open.get(uri);
    const known = kept.get(uri);
    if (!document || known?.version === document.version) return document && known;
    const { version, languageId: language } = document;
    const now: Version = { uri, version, language, text: document.getText(), settings: settings.of(uri) };
    if (!settled) now.isSettled = true;
    kept.set(uri, now);
    return now;
  }

  return {
    async page(uri, token) {
      const now = versionOf(uri);
      if (!now) return undefined;
      const found = await now.settings;
      if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      if (!now.page) {
        now.page = pageOf(now, found, earlier, settings);
        if (now.page.waits) awaitPause(uri);
      }
      const page = withScale(now.page, scales.get(uri));
      return predicting.has(uri) ? { ...page, predicts: true } : page;
    },
    async closed(uri, text, token) {
      const found = await settings.of(uri);
      if (!open.get(uri)) settings.close(uri);
      if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      return pageOf({ uri, version: 0, text }, found, { well: new Map(), programs: programs() }, settings);
    },
    uris: () => open.keys(),
    textAt: (path) => openAt(path)?.getText(),
    programAt(path) {
      const document = openAt(path);
      if (!document) return undefined;
      const { uri } = document;
      return earlier.programs.finished(uri, kept.get(uri)?.page?.waits === true) ?? document.getText();
    },
    setScale: (uri, scale) => scales.set(uri, scale),
    setPredicts: (uri, predicts) => (predicts ? predicting.add(uri) : predicting.delete(uri)),
    settle,
    forget() {
      kept.clear();
      earlier.programs.forget();
    },
  };
}

/** With the size somebody chose, as long as the model has it. */
function withScale(page: Page, wanted: string | undefined): Page {
  const chosen = page.model && scalesOf(page.model).find((id) => id === wanted);
  return chosen === undefined ? page : { ...page, model: { ...page.model!, scale: chosen } };
}
