import { commands, type Disposable, type Uri, Uri as Uris, window, workspace } from "vscode";
import type { ModelStatus } from "./protocol";
import { type Session, together } from "./session";

export type Statuses = ReturnType<typeof keepStatuses>;

/** Keeps the latest word of the server on every open document, and tells `show` about the one in the active editor. */
export function keepStatuses(session: Session, show: (status: ModelStatus | undefined, uri: Uri | undefined) => void) {
  const latest = new Map<string, ModelStatus>();

  const statusOf = (uri: Uri): ModelStatus | undefined => latest.get(uri.toString());

  function refresh(): void {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && statusOf(uri);
    void commands.executeCommand("setContext", "convlint.model", status !== undefined);
    void commands.executeCommand("setContext", "convlint.scales", (status?.scales.length ?? 0) > 1);
    show(status, uri);
  }

  const listeners: Disposable = together(
    window.onDidChangeActiveTextEditor(refresh),
    workspace.onDidCloseTextDocument(({ uri }) => latest.delete(uri.toString()) && refresh()),
    session.onStatus((status) => {
      const key = Uris.parse(status.uri).toString();
      if (status.format === null) latest.delete(key);
      else latest.set(key, status);
      refresh();
    }),
  );

  return { statusOf, dispose: () => listeners.dispose() };
}
