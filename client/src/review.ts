import { type Disposable, env, type LogOutputChannel, l10n, ViewColumn, type WebviewPanel, window } from "vscode";
import { ANSWER, DUE, PUT, UNDO } from "./protocol";
import { reviewPage } from "./review-page";
import type { Session } from "./session";

const TYPE = "convlint.review";

/** What the page asks for. */
type Asked =
  | { readonly type: "ready" | "undo" }
  | { readonly type: "answer"; readonly card: string; readonly grade: number; readonly took: number }
  | { readonly type: "put"; readonly card: string; readonly kind: string }
  | { readonly type: "open"; readonly target: string };

/** The panel in which due cards are reviewed; there is one at most, and a window that is loaded anew has it again. */
export function createReview(
  session: Session,
  open: (target: string) => Promise<void>,
  log: LogOutputChannel,
): Disposable & { show(): Promise<void> } {
  let panel: WebviewPanel | undefined;

  const dueAfter = async (asked: Exclude<Asked, { type: "open" }>): Promise<unknown> => {
    switch (asked.type) {
      case "answer":
        return session.run(ANSWER, { card: asked.card, grade: asked.grade, took: asked.took });
      case "put":
        return session.run(PUT, { card: asked.card, kind: asked.kind });
      case "undo":
        return session.run(UNDO);
      case "ready":
        return session.run(DUE, {});
    }
  };
  async function answer(shown: WebviewPanel, asked: Asked): Promise<void> {
    try {
      if (asked.type === "open") await open(asked.target);
      else await shown.webview.postMessage({ due: await dueAfter(asked) });
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      await shown.webview.postMessage({ failed: error instanceof Error ? error.message : String(error) });
    }
  }
  function adopt(shown: WebviewPanel): void {
    panel = shown;
    shown.webview.options = { enableScripts: true, localResourceRoots: [] };
    shown.webview.onDidReceiveMessage((asked: Asked) => answer(shown, asked));
    shown.onDidDispose(() => {
      if (panel === shown) panel = undefined;
    });
    shown.webview.html = reviewPage(crypto.randomUUID().replaceAll("-", ""), env.language);
  }
  const serializer = window.registerWebviewPanelSerializer(TYPE, {
    deserializeWebviewPanel: async (shown) => adopt(shown),
  });

  return {
    async show() {
      if (panel) panel.reveal();
      else adopt(window.createWebviewPanel(TYPE, l10n.t("Review Due Cards"), ViewColumn.Active));
    },
    dispose: () => (panel?.dispose(), serializer.dispose()),
  };
}
