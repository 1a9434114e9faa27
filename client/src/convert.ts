import { l10n, window, workspace } from "vscode";
import { TO_NATIVE } from "./protocol";
import type { Session } from "./session";
import type { Statuses } from "./statuses";

/** Opens the model in the active editor, at the size that is looked at, in the native format; nothing is written. */
export async function convertToNative(session: Session, statuses: Statuses): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  const status = uri && statuses.statusOf(uri);
  if (!status) {
    void window.showInformationMessage(l10n.t("The file in the editor is no model."));
    return;
  }
  try {
    const content = await session.run<string>(TO_NATIVE, status.uri, status.scale ?? undefined);
    await window.showTextDocument(await workspace.openTextDocument({ language: "yaml", content }));
  } catch (error) {
    // The server says in the reader's language what has no counterpart, and at which row.
    void window.showWarningMessage(error instanceof Error ? error.message : String(error));
  }
}
