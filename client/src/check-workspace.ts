import { commands, type Disposable, l10n, ProgressLocation, window, workspace } from "vscode";
import { closedModels } from "./closed-models";
import { modelsIn } from "./models-in-workspace";
import type { Session } from "./session";
import { checkedText } from "./status-text";

export type WorkspaceCheck = Disposable & { run(): Promise<void> };

/** So many files are on their way at a time: more would only wait for the server, and a few hide how slow a disk is. */
const AT_ONCE = 8;

/** Looks at every model in the open folders, whether it is open or not, and shows what is wrong among the problems. */
export function createWorkspaceCheck(session: Session): WorkspaceCheck {
  const closed = closedModels(session);

  async function run(): Promise<void> {
    if (!workspace.workspaceFolders?.length) {
      void window.showInformationMessage(l10n.t("ConvLint checks the models in a folder: open one first."));
      return;
    }
    const options = {
      location: ProgressLocation.Notification,
      title: l10n.t("ConvLint: checking models"),
      cancellable: true,
    };
    const found = await window.withProgress(options, async (progress, token) => {
      closed.clear();
      const files = await modelsIn(token);
      const queue = [...files];
      const work = async (): Promise<void> => {
        for (let file = queue.shift(); file && !token.isCancellationRequested; file = queue.shift()) {
          progress.report({ increment: 100 / files.length, message: workspace.asRelativePath(file) });
          await closed.look(file, token);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return token.isCancellationRequested ? undefined : closed.found();
    });
    // What is answered to it may come an hour later.
    if (found) tell(found).catch(() => {});
  }

  return { run, dispose: () => closed.dispose() };
}

interface Found {
  readonly models: number;
  readonly errors: number;
  readonly warnings: number;
}

async function tell({ models, ...found }: Found): Promise<void> {
  if (models === 0) {
    const offer = l10n.t("New Model from Zoo…");
    const none = l10n.t("ConvLint found no model in this folder.");
    if (await window.showInformationMessage(none, offer)) await commands.executeCommand("convlint.newFromZoo");
    return;
  }
  const text = checkedText(models, found, l10n);
  const wrong = found.errors + found.warnings > 0;
  const show = l10n.t("Show Problems");
  const chosen = wrong ? await window.showWarningMessage(text, show) : void window.showInformationMessage(text);
  if (chosen) await commands.executeCommand("workbench.actions.view.problems");
}
