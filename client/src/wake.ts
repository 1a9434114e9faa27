import { type Disposable, type TextDocument, workspace } from "vscode";
import { isOurs, PYTHON } from "./concerns";
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
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(PYTHON) && lookAtAll()),
    { dispose: () => clearTimeout(timer) },
  );

  function look(document: TextDocument): boolean {
    const found = isOurs(document);
    if (found) {
      listeners.dispose();
      wake();
    }
    return found;
  }

  function lookAtAll(): void {
    workspace.textDocuments.some(look);
  }

  lookAtAll();
  return listeners;
}
