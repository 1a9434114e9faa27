import { type Disposable, EventEmitter, type LogOutputChannel, l10n, Uri, window, workspace } from "vscode";
import { showMarkdown } from "./markdown";
import { SUMMARY } from "./protocol";
import { type Session, together } from "./session";

const SCHEME = "convlint-summary";

/** A read-only page with the table of layers. It follows the model: every analysis writes it anew. */
export function createSummary(
  session: Session,
  log: LogOutputChannel,
): Disposable & { show(model?: unknown): Promise<void>; showText(model?: unknown): Promise<void> } {
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

  /** Of the model in the active editor, or of the one whose address a lens hands over. */
  async function open(model: unknown, as: (page: Uri) => Promise<unknown>): Promise<void> {
    const uri = uriOf(model) ?? window.activeTextEditor?.document.uri;
    if (uri) await as(pageOf(uri));
    else void window.showInformationMessage(l10n.t("A summary is of the model in the editor: open one first."));
  }

  return {
    show: (model) => open(model, (page) => showMarkdown(page, log)),
    /** As text it can be read line by line, searched and copied. */
    showText: (model) => open(model, async (page) => window.showTextDocument(page, { preview: true })),
    dispose: () => listeners.dispose(),
  };
}

/** A lens hands over an address, a menu of the editor the `Uri` itself. */
function uriOf(model: unknown): Uri | undefined {
  if (typeof model === "string") return Uri.parse(model);
  return model instanceof Uri ? model : undefined;
}

/** The page's name is what its tab shows, so it is the model's name; the whole address of the model is the query. */
function pageOf(model: Uri): Uri {
  const name = model.path.slice(model.path.lastIndexOf("/") + 1);
  return Uri.from({ scheme: SCHEME, path: `/${l10n.t("Summary of {0}", name)}.md`, query: model.toString() });
}

const modelOf = (page: Uri): Uri => Uri.parse(page.query);
