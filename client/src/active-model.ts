import { l10n, type TextEditor, window } from "vscode";
import type { ModelStatus } from "./protocol";
import type { Statuses } from "./statuses";

/** The model in the active editor. Where there is none, whoever asked for something is told so. */
export function activeModel(
  statuses: Statuses,
): { readonly editor: TextEditor; readonly status: ModelStatus } | undefined {
  const editor = window.activeTextEditor;
  const status = editor && statuses.statusOf(editor.document.uri);
  if (status) return { editor, status };
  void window.showInformationMessage(l10n.t("The file in the editor is no model."));
  return undefined;
}

/** Does what the server may refuse; it says why in the reader's language. */
export async function orTellWhy(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    void window.showWarningMessage(error instanceof Error ? error.message : String(error));
  }
}
