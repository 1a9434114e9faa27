import { commands, type Disposable, type ExtensionContext, type Uri, window } from "vscode";
import { type Asked, askedNow } from "./asker";
import { whenOthersChange } from "./beside";
import { createBusyItem } from "./busy-item";
import { openCard } from "./card-source";
import { createWorkspaceCheck } from "./check-workspace";
import { commandsOf } from "./commands";
import { createConfigurationItem } from "./configuration-item";
import { createDecks } from "./decks";
import { createDueItem } from "./due-item";
import { offerCards } from "./offered-card";
import { createPages } from "./pages";
import type { About, ModelStatus } from "./protocol";
import { ABOUT } from "./protocol";
import { createReview } from "./review";
import { folderOfLogs } from "./review-logs";
import { createSession, type NewClient, reporting, type Session, together } from "./session";
import { createStatistics } from "./statistics";
import { createStatusItem } from "./status-item";
import { keepStatuses } from "./statuses";
import { createSummary } from "./summary";
import { wakeOnModel } from "./wake";

/** What other extensions, and the tests, may ask. */
export interface Api {
  /** True once a model was seen and the server was asked for. */
  started(): boolean;
  statusOf(uri: Uri): ModelStatus | undefined;
  /** What the server says of itself. */
  about(): Promise<About>;
  /** What is asked at the top of the window just now. */
  asked(): Asked | undefined;
}

let session: Session | undefined;

/** The same for the desktop and for the browser; only the way to a server differs, and what only one of them has. */
export function activateWith(context: ExtensionContext, newClient: NewClient, also: readonly Disposable[] = []): Api {
  const log = window.createOutputChannel("ConvLint", { log: true });
  const current = createSession(context, log, newClient);
  session = current;
  const items = [createStatusItem(), createConfigurationItem()];
  const statuses = keepStatuses(current, (status, uri) => items.forEach((item) => item.show(status, uri)));
  const busy = createBusyItem(current, statuses);
  const summary = createSummary(current, log);
  const pages = createPages(current, context.extensionUri, log);
  const statistics = createStatistics(current, log);
  const decks = createDecks(current, context, log);
  const ways = {
    open: (target: string) => pages.show(target),
    edit: (card: string) => openCard(current, card),
    statistics: () => statistics.show(),
  };
  const review = createReview(current, ways, folderOfLogs(context.globalStorageUri), log);
  const check = createWorkspaceCheck(current);
  const quiz = together(createDueItem(current, context), offerCards(current, context));
  const all = commandsOf({
    context,
    log,
    session: current,
    statuses,
    summary,
    pages,
    review,
    statistics,
    decks,
    check,
  });

  context.subscriptions.push(
    ...[log, ...items, statuses, busy, summary, pages, review, statistics, decks, check, quiz, ...also],
    ...Object.entries(all).map(([id, work]) => commands.registerCommand(id, reporting(log, work))),
    whenOthersChange(reporting(log, async () => void (current.started() && (await current.restart())))),
    wakeOnModel(reporting(log, async () => void (await current.start()))),
  );
  return {
    started: current.started,
    statusOf: statuses.statusOf,
    about: async () => (await current.start()).sendRequest<About>(ABOUT, {}),
    asked: askedNow,
  };
}

export async function stop(): Promise<void> {
  await session?.stop();
}
