import { type Disposable, EventEmitter, type LogOutputChannel, Uri, window, workspace } from "vscode";
import { showMarkdown } from "./markdown";
import { SUMMARY } from "./protocol";
import { type Session, together } from "./session";

const SCHEME = "convlint-summary";

/** A read-only page with the table of layers. It follows the model: every analysis writes it anew. */
export function createSummary(
  session: Session,
  log: LogOutputChannel,
): Disposable & { show(model?: unknown): Promise<void> } {
  const changed = new EventEmitter<Uri>();
  const listeners = together(
    changed,
    session.onStatus(({ uri }) => {
      const page = pageOf(Uri.parse(uri)).toString();
      for (const document of workspace.textDocuments) {
        if (document.uri.toString() === page) changed.fire(document.uri);
      }
    }),
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (page) => session.run<string | null>(SUMMARY, modelOf(page).toString()),
    }),
  );

  return {
    /** Of the model in the active editor, or of the one whose address a lens hands over. */
    async show(model): Promise<void> {
      const uri = typeof model === "string" ? Uri.parse(model) : window.activeTextEditor?.document.uri;
      if (!uri) {
        void window.showInformationMessage("ConvLint: open a model first.");
        return;
      }
      await showMarkdown(pageOf(uri), log);
    },
    dispose: () => listeners.dispose(),
  };
}

/** The page's name is what its tab shows, so it is the model's name; the whole address of the model is the query. */
function pageOf(model: Uri): Uri {
  const name = model.path.slice(model.path.lastIndexOf("/") + 1);
  return Uri.from({ scheme: SCHEME, path: `/Summary of ${name}.md`, query: model.toString() });
}

const modelOf = (page: Uri): Uri => Uri.parse(page.query);
