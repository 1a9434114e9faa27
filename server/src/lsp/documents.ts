import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { linesOf } from "../core/lines";
import { type Snapshot, scalesOf } from "../features/snapshot";
import { understand } from "../service";
import type { Settings, SettingsRoom } from "./settings";

/** One version of an open document, read with the settings it has; `model` is absent where it is no model. */
export interface Page {
  readonly uri: string;
  readonly version: number;
  readonly settings: Settings;
  readonly model?: Snapshot;
  /** Milliseconds of reading and analysing. */
  readonly took: number;
}

export interface Documents {
  /** The document as it is now, analysed once however often it is asked for; nothing when it is not open. */
  page(uri: string, token?: CancellationToken): Promise<Page | undefined>;
  readonly uris: () => readonly string[];
  /** Which size of the model is looked at; nothing is read again for it. */
  setScale(uri: string, scale: string): void;
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
  readonly settings: Promise<Settings>;
  page?: Page;
}

export function documents(connection: Connection, settings: SettingsRoom, { changed, closed }: Changes): Documents {
  const open = new TextDocuments(TextDocument);
  const kept = new Map<string, Version>();
  const scales = new Map<string, string>();

  open.onDidChangeContent(({ document }) => changed(document.uri));
  open.onDidClose(({ document: { uri } }) => {
    for (const map of [kept, scales]) map.delete(uri);
    settings.close(uri);
    closed(uri);
  });
  open.listen(connection);

  function versionOf(uri: string): Version | undefined {
    const document = open.get(uri);
    const known = kept.get(uri);
    if (!document || known?.version === document.version) return document && known;
    const now = { uri, version: document.version, text: document.getText(), settings: settings.of(uri) };
    kept.set(uri, now);
    return now;
  }

  return {
    async page(uri, token) {
      const now = versionOf(uri);
      if (!now) return undefined;
      const found = await now.settings;
      if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      now.page ??= pageOf(now, found);
      return withScale(now.page, scales.get(uri));
    },
    uris: () => open.keys(),
    setScale: (uri, scale) => scales.set(uri, scale),
    forget: () => kept.clear(),
  };
}

function pageOf({ uri, version, text }: Version, settings: Settings): Page {
  const start = performance.now();
  const understood = understand(nameOf(uri), text, settings.options);
  const took = performance.now() - start;
  return { uri, version, settings, took, ...(understood && { model: { text, lines: linesOf(text), ...understood } }) };
}

/** The part of a URI that tells what kind of file it is. */
function nameOf(uri: string): string {
  const path = uri.replace(/[?#].*$/s, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** With the size somebody chose, as long as the model has it. */
function withScale(page: Page, wanted: string | undefined): Page {
  const chosen = page.model && scalesOf(page.model).find((id) => id === wanted);
  return chosen === undefined ? page : { ...page, model: { ...page.model!, scale: chosen } };
}
