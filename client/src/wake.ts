import { type Disposable, type TextDocument, workspace } from "vscode";
import { mayConcernUs } from "./recognise";
import { together } from "./session";

/** Typing is followed by a look at the text only when it pauses. */
const PAUSE = 200;

/** Calls `wake` once, at the first open document that may be a model. Until then the extension does nothing at all. */
export function wakeOnModel(wake: () => void): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = together(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => {
      clearTimeout(timer);
      timer = setTimeout(() => !document.isClosed && look(document), PAUSE);
    }),
    { dispose: () => clearTimeout(timer) },
  );

  function look(document: TextDocument): boolean {
    const found = mayConcernUs(document.uri.path, document.languageId, () => document.getText());
    if (found) {
      listeners.dispose();
      wake();
    }
    return found;
  }

  workspace.textDocuments.some(look);
  return listeners;
}
