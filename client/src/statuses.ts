import { commands, type Uri, Uri as Uris, window, workspace } from "vscode";
import { type ModelStatus, PREDICT, SET_SCALE } from "./protocol";
import { type Session, together } from "./session";

export type Statuses = ReturnType<typeof keepStatuses>;

type Show = (status: ModelStatus | undefined, uri: Uri | undefined) => void;

/** Keeps the latest word of the server on every open document, and tells `show` about the one in the active editor. */
export function keepStatuses(session: Session, show: Show) {
  const latest = new Map<string, ModelStatus>();
  /** Of before the server went: it does not know any more what somebody chose. */
  let lost: readonly ModelStatus[] = [];

  const statusOf = (uri: Uri): ModelStatus | undefined => latest.get(uri.toString());
  const context = (key: string, value: boolean) => void commands.executeCommand("setContext", `convlint.${key}`, value);

  function refresh(): void {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && statusOf(uri);
    context("model", status !== undefined);
    context("scales", (status?.scales.length ?? 0) > 1);
    context("converts", status?.converts === true);
    context("predicting", status?.predicts === true);
    show(status, uri);
  }

  async function chooseAgain(): Promise<void> {
    const chosen = lost;
    lost = [];
    for (const { uri, scale, predicts } of chosen) {
      if (!latest.has(uri)) continue;
      if (scale !== null) await session.run(SET_SCALE, uri, scale);
      if (predicts) await session.run(PREDICT, uri, true);
    }
  }

  const listeners = together(
    window.onDidChangeActiveTextEditor(refresh),
    workspace.onDidCloseTextDocument(({ uri }) => latest.delete(uri.toString()) && refresh()),
    session.onState((state) => {
      if (state === "running") chooseAgain().catch(() => {});
      else if (!lost.length)
        lost = [...latest.values()].filter(({ scales, predicts }) => scales.length > 1 || predicts);
    }),
    session.onStatus((status) => {
      const key = Uris.parse(status.uri).toString();
      if ((latest.get(key)?.errors ?? 0) > 0 && status.errors === 0 && status.format !== null) context("fixed", true);
      if (status.format === null) latest.delete(key);
      else latest.set(key, { ...status, uri: key });
      refresh();
    }),
  );

  return { statusOf, dispose: () => listeners.dispose() };
}
