import {
  type Disposable,
  type ExtensionContext,
  l10n,
  StatusBarAlignment,
  type StatusBarItem,
  type Uri,
  window,
  workspace,
} from "vscode";
import { DUE, type Due } from "./protocol";
import { folderOfLogs } from "./review-logs";
import { type Session, together } from "./session";

/** A window that starts has other things to do first. */
const LATER = 3_000;
/** Several answers in a row are one change. */
const SOON = 500;
/** Another window may have reviewed meanwhile. */
const STALE = 5 * 60_000;

/** Says in the status bar how many cards are due; nothing while none is, and for whoever never reviewed any. */
export function createDueItem(session: Session, { globalStorageUri }: ExtensionContext): Disposable {
  let item: StatusBarItem | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  function show(count: number, { counts }: Due): void {
    item ??= window.createStatusBarItem("convlint.due", StatusBarAlignment.Right, 90);
    item.name = l10n.t("ConvLint: Due Cards");
    item.text = `$(mortar-board) ${count}`;
    item.tooltip = [
      l10n.t("Review Due Cards"),
      l10n.t("{0} due · {1} learning · {2} new", counts.due, counts.learning, counts.new),
    ].join("\n");
    const label = count === 1 ? l10n.t("1 flashcard is due") : l10n.t("{0} flashcards are due", count);
    item.accessibilityInformation = { label };
    item.command = "convlint.review";
    item.show();
  }
  function hide(): void {
    item?.dispose();
    item = undefined;
  }
  function plan(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => look().catch(hide), wait);
  }
  async function look(): Promise<void> {
    if (!isWanted() || !session.started() || !(await hasReviewed(globalStorageUri))) return hide();
    asked = Date.now();
    const due = await session.run<Due>(DUE, {});
    const count = due.counts.due + due.counts.learning;
    if (count > 0 && isWanted()) show(count, due);
    else hide();
    plan(Math.max(Date.parse(due.changes) - Date.now(), 0) + 1_000);
  }

  const listeners = together(
    session.onState((state) => {
      if (state === "running") plan(LATER);
      else hide();
    }),
    session.onReview(() => plan(SOON)),
    window.onDidChangeWindowState(({ focused }) => focused && asked > 0 && Date.now() - asked > STALE && plan(SOON)),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("convlint.quiz") && plan(0)),
  );
  return together(listeners, { dispose: () => (clearTimeout(timer), hide()) });
}

const isWanted = (): boolean => workspace.getConfiguration("convlint").get("quiz.showDueCount", true);

/** Nothing is read of the logs of somebody who has none. */
const hasReviewed = (storage: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.readDirectory(folderOfLogs(storage))).then(
    (found) => found.length > 0,
    () => false,
  );
