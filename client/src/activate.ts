import { commands, type ExtensionContext, env, Uri, window } from "vscode";
import { whenOthersChange } from "./beside";
import { changeScale } from "./change-scale";
import { showMarkdown } from "./markdown";
import type { ModelStatus } from "./protocol";
import { quiz } from "./quiz";
import { createSession, type NewClient, reporting, type Session } from "./session";
import { createStatusItem } from "./status-item";
import { keepStatuses } from "./statuses";
import { createSummary } from "./summary";
import { wakeOnModel } from "./wake";

/** What other extensions, and the tests, may ask. */
export interface Api {
  /** True once a model was seen and the server was asked for. */
  started(): boolean;
  statusOf(uri: Uri): ModelStatus | undefined;
}

let session: Session | undefined;

/** The same for the desktop and for the browser; only the way to a server differs. */
export function activateWith(context: ExtensionContext, newClient: NewClient): Api {
  const log = window.createOutputChannel("ConvLint", { log: true });
  const current = createSession(context, log, newClient);
  session = current;
  const item = createStatusItem();
  const statuses = keepStatuses(current, item.show);
  const summary = createSummary(current, log);
  const openPage = (target: string): Promise<void> => openTarget(context, target, (uri) => showMarkdown(uri, log));

  const command = (id: string, work: (argument: unknown) => Promise<void>) =>
    commands.registerCommand(id, reporting(log, work));
  context.subscriptions.push(
    log,
    item,
    statuses,
    summary,
    command("convlint.showSummary", (model) => summary.show(model)),
    command("convlint.quiz", () => quiz(current, openPage, log)),
    command("convlint.showDocs", (page) => openPage(String(page))),
    command("convlint.changeScale", () => changeScale(current, statuses)),
    command("convlint.restartServer", () => current.restart()),
    command("convlint.showOutput", async () => log.show()),
    whenOthersChange(reporting(log, async () => void (current.started() && (await current.restart())))),
    wakeOnModel(reporting(log, async () => void (await current.start()))),
  );
  return { started: current.started, statusOf: statuses.statusOf };
}

export async function stop(): Promise<void> {
  await session?.stop();
}

async function openTarget(context: ExtensionContext, target: string, show: (uri: Uri) => Promise<void>): Promise<void> {
  if (/^https?:/.test(target)) await env.openExternal(Uri.parse(target));
  else await show(Uri.joinPath(context.extensionUri, target));
}
