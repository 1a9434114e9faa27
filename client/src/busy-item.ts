import { type Disposable, type LanguageStatusItem, l10n, languages, window, workspace } from "vscode";
import { isOurs } from "./concerns";
import { type Session, type State, together } from "./session";
import type { Statuses } from "./statuses";

/** What is done sooner is not worth a word. */
const PATIENCE = 300;

/** Turns while the server starts, or has not yet read what is in the active editor. */
export function createBusyItem(session: Session, statuses: Statuses): Disposable {
  let item: LanguageStatusItem | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: State | undefined;

  function what(): string | undefined {
    const document = window.activeTextEditor?.document;
    if (!document) return undefined;
    if (state === "starting") return isOurs(document) ? l10n.t("ConvLint is starting") : undefined;
    const status = statuses.statusOf(document.uri);
    const waits = state === "running" && status !== undefined && status.version < document.version;
    return waits ? l10n.t("ConvLint is reading the model") : undefined;
  }

  function look(): void {
    if (what() === undefined) {
      clearTimeout(timer);
      timer = undefined;
      item?.dispose();
      item = undefined;
    } else timer ??= setTimeout(show, PATIENCE);
  }

  function show(): void {
    timer = undefined;
    const text = what();
    const { scheme } = window.activeTextEditor?.document.uri ?? {};
    if (text === undefined || scheme === undefined) return;
    item ??= languages.createLanguageStatusItem("convlint.busy", []);
    item.name = l10n.t("ConvLint: Work");
    item.selector = { scheme };
    item.text = text;
    item.busy = true;
  }

  const listeners = together(
    session.onState((next) => {
      state = next;
      look();
    }),
    session.onStatus(look),
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidChangeTextDocument(({ document }) => document === window.activeTextEditor?.document && look()),
  );
  return together(listeners, { dispose: () => (clearTimeout(timer), item?.dispose()) });
}
