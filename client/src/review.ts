import {
  type Disposable,
  type LogOutputChannel,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { ANSWER, DUE, PUT, UNDO } from "./protocol";
import { changeLimits } from "./review-limits";
import { openLog, saveUnwritten } from "./review-logs";
import { type ReviewState, reviewPage } from "./review-page";
import { type Session, together } from "./session";

const TYPE = "convlint.review";

/** What the page asks for. */
type Asked =
  | { readonly type: "ready" | "undo"; readonly card?: string; readonly decks?: readonly string[] }
  | {
      readonly type: "answer";
      readonly card: string;
      readonly decks?: readonly string[];
      readonly grade: number;
      readonly took: number;
    }
  | { readonly type: "put"; readonly card: string; readonly decks?: readonly string[]; readonly kind: string }
  | { readonly type: "open"; readonly target: string }
  | { readonly type: "edit"; readonly card: string }
  | { readonly type: "log"; readonly file: string; readonly line: number }
  | { readonly type: "statistics" | "limits" | "all" | "save" };

/** What else the page can have done. */
export interface Ways {
  open(target: string): Promise<void>;
  edit(card: string): Promise<void>;
  statistics(): Promise<void>;
}

/** A deck to be reviewed, and what it is called. */
export interface Chosen {
  readonly decks: readonly string[];
  readonly title: string;
}

const commandsOf = { ready: DUE, answer: ANSWER, put: PUT, undo: UNDO } as const;

/** The panel in which due cards are reviewed; there is one at most, and a window that is loaded anew has it again. */
export function createReview(
  session: Session,
  ways: Ways,
  logs: Uri,
  log: LogOutputChannel,
): Disposable & { show(chosen?: Chosen): Promise<void> } {
  let panel: WebviewPanel | undefined;
  let isAnswering = false;
  /** What a page that is only drawn now has not heard. */
  let wanted: Chosen | undefined;

  async function due(
    shown: WebviewPanel,
    { type, ...asked }: Asked & { type: keyof typeof commandsOf },
  ): Promise<void> {
    const chosen = type === "ready" ? wanted : undefined;
    wanted = undefined;
    if (chosen && chosen.decks.join() !== asked.decks?.join()) return void (await shown.webview.postMessage(chosen));
    isAnswering = true;
    try {
      const answer = await session.run<Due>(commandsOf[type], asked);
      await shown.webview.postMessage({ asked: type, due: withPictures(answer, shown) });
    } finally {
      isAnswering = false;
    }
  }
  async function done(shown: WebviewPanel, asked: Asked): Promise<void> {
    switch (asked.type) {
      case "open":
        return ways.open(asked.target);
      case "edit":
        return ways.edit(asked.card);
      case "statistics":
        return ways.statistics();
      case "limits":
        return changeLimits(session);
      case "save":
        return saveUnwritten(session);
      case "log":
        return openLog(logs, asked.file, asked.line);
      case "all":
        return void (await shown.webview.postMessage({ decks: null, title: null }));
      default:
        return due(shown, asked);
    }
  }
  async function answer(shown: WebviewPanel, asked: Asked): Promise<void> {
    try {
      await done(shown, asked);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      const reason = error instanceof Error ? error.message : String(error);
      await shown.webview.postMessage({ failed: l10n.t("That did not work: {0}", reason) });
    }
  }
  function adopt(shown: WebviewPanel, state: ReviewState): void {
    panel = shown;
    const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    shown.webview.options = { enableScripts: true, localResourceRoots: folders };
    shown.webview.onDidReceiveMessage((asked: Asked) => answer(shown, asked));
    shown.onDidDispose(() => {
      if (panel === shown) panel = undefined;
    });
    shown.webview.html = reviewPage(shown.webview.cspSource, state);
  }
  /** Something else is known of the cards, or a deck was changed. */
  const stale = (): void => {
    if (panel?.visible && !isAnswering) void panel.webview.postMessage({ stale: true });
  };
  const listeners = together(
    window.registerWebviewPanelSerializer(TYPE, {
      deserializeWebviewPanel: async (shown, state: ReviewState | undefined) => adopt(shown, state ?? {}),
    }),
    session.onReview(stale),
    workspace.onDidSaveTextDocument(({ uri }) => uri.path.endsWith(".cards.yaml") && stale()),
  );

  return {
    async show(chosen) {
      if (!panel) {
        adopt(window.createWebviewPanel(TYPE, l10n.t("Review Due Cards"), ViewColumn.Active), chosen ?? {});
        return;
      }
      wanted = chosen;
      panel.reveal();
      if (chosen) await panel.webview.postMessage(chosen);
    },
    dispose: () => (panel?.dispose(), listeners.dispose()),
  };
}

interface Due {
  readonly card: null | {
    readonly html: { readonly question: string; readonly answer: string };
    readonly source: { readonly uri: string | null } | null;
  };
}

/** Pictures of a card lie beside its deck; of any others only what they show is told. */
function withPictures(due: Due, { webview }: WebviewPanel): Due {
  const deck = due.card?.source?.uri;
  if (!due.card || !deck) return due;
  const folder = Uri.joinPath(Uri.parse(deck), "..");
  const placed = (html: string): string =>
    html.replace(/<img data-file="([^"]*)"/g, (whole, path: string) => {
      if (/^[a-z][a-z+.-]*:/i.test(path)) return whole;
      return `<img src="${webview.asWebviewUri(Uri.joinPath(folder, path.replaceAll("&amp;", "&")))}"`;
    });
  const { question, answer } = due.card.html;
  return { ...due, card: { ...due.card, html: { question: placed(question), answer: placed(answer) } } };
}
