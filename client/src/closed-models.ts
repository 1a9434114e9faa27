import { type CancellationToken, type Disposable, languages, type Uri, workspace } from "vscode";
import type { Diagnostic } from "vscode-languageclient";
import { concernsUs } from "./concerns";
import { CHECK, type Known } from "./protocol";
import { type Session, together } from "./session";

interface Checked {
  readonly diagnostics: Diagnostic[];
  readonly status: Known;
}

/** What is wrong in models that are not open. One that is opened is told of by the server itself, until it is closed. */
export function closedModels(session: Session) {
  const shown = languages.createDiagnosticCollection("convlint-workspace");
  const known = new Map<string, Known>();
  const watcher = workspace.createFileSystemWatcher("**/*.{yaml,yml,json,py}", true);

  function forget(uri: Uri): void {
    shown.delete(uri);
    known.delete(uri.toString());
  }

  async function look(uri: Uri, token?: CancellationToken): Promise<void> {
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    if (!concernsUs(uri, languageOf(uri), () => text)) return forget(uri);
    const client = await session.start();
    const { diagnostics, status } = await client.sendRequest<Checked>(CHECK, { uri: uri.toString(), text }, token);
    if (status.format === null) return forget(uri);
    known.set(uri.toString(), status);
    if (!isOpen(uri)) shown.set(uri, await client.protocol2CodeConverter.asDiagnostics(diagnostics));
  }

  /** What was looked at once is looked at again when it has changed; a file that cannot be read is none. */
  const again = (uri: Uri): void => {
    if (known.has(uri.toString())) look(uri).catch(() => forget(uri));
  };

  const listeners: Disposable = together(
    shown,
    watcher,
    watcher.onDidChange(again),
    watcher.onDidDelete(forget),
    workspace.onDidOpenTextDocument(({ uri }) => shown.delete(uri)),
    workspace.onDidCloseTextDocument(({ uri }) => again(uri)),
  );

  return {
    /** Reads a file and has it checked. A file that cannot be read is passed over, as files are that are no models. */
    look: (uri: Uri, token: CancellationToken): Promise<void> => look(uri, token).catch(() => forget(uri)),
    clear(): void {
      shown.clear();
      known.clear();
    },
    found: () => ({ models: known.size, errors: sum(known, "errors"), warnings: sum(known, "warnings") }),
    dispose: (): void => listeners.dispose(),
  };
}

const languageOf = ({ path }: Uri): string =>
  path.endsWith(".py") ? "python" : path.endsWith(".json") ? "json" : "yaml";

const isOpen = (uri: Uri): boolean =>
  workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());

const sum = (known: ReadonlyMap<string, Known>, key: "errors" | "warnings"): number =>
  [...known.values()].reduce((all, status) => all + status[key], 0);
