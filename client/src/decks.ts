import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  type TreeDataProvider,
  Uri,
  window,
  workspace,
} from "vscode";
import { openCard } from "./card-source";
import { type Node, nodesOf, rowOf } from "./deck-rows";
import { CARDS, DECKS, type Deck, type DeckCard, PUT } from "./protocol";
import type { Chosen } from "./review";
import { folderOfLogs } from "./review-logs";
import { type Session, together } from "./session";

const VIEW = "convlint.decks";
const BY_TAG = "convlint.decksByTag";
/** Milliseconds: who answers one card after the other does not wait for a list. */
const PAUSE = 300;
/** What takes long is left alone. */
const ignored = "**/{node_modules,.git,.venv,venv}/**";

export interface Decks extends Disposable {
  refresh(): Promise<void>;
  groupBy(what: "tag" | "standing"): Promise<void>;
  /** The deck of a row, as the panel and the statistics take it. */
  chosen(row: unknown): Chosen | undefined;
  put(row: unknown, kind: "suspend" | "unsuspend"): Promise<void>;
  /** Opens the file of a deck, or that of a card at the card. */
  open(row: unknown): Promise<void>;
}

interface Found {
  readonly decks: readonly Deck[];
  readonly problems: readonly string[];
}

/**
 * The decks that there are, as a view in the Explorer: they are files of the folder, or belong to it. The view is there
 * only where a deck is in the folder or somebody has reviewed cards before, and asks the server only when it is seen.
 */
export function createDecks(
  session: Session,
  { globalStorageUri, workspaceState }: ExtensionContext,
  log: LogOutputChannel,
): Decks {
  const changed = new EventEmitter<undefined>();
  let isByTag = workspaceState.get<boolean>(BY_TAG) === true;

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: rowOf,
    async getChildren(node) {
      try {
        return [...(await childrenOf(node))];
      } catch (error) {
        log.error(error instanceof Error ? error : String(error));
        if (!node)
          view.message = l10n.t(
            "The decks cannot be read: {0}",
            error instanceof Error ? error.message : String(error),
          );
        return [];
      }
    },
  };
  const view = window.createTreeView(VIEW, { treeDataProvider: provider });

  async function childrenOf(node: Node | undefined): Promise<readonly Node[]> {
    if (!node) {
      const { decks, problems } = await session.run<Found>(DECKS, {});
      view.message = problems.join("\n");
      return decks.map((deck) => ({ kind: "deck", deck }));
    }
    if (node.kind !== "deck") return node.kind === "group" ? node.children : [];
    return nodesOf(await cardsOf(node.deck), isByTag);
  }
  const cardsOf = ({ id }: Deck) => session.run<readonly DeckCard[]>(CARDS, { deck: id });

  const show = (): void => void commands.executeCommand("setContext", "convlint.hasDecks", true);
  const isDeck = ({ path }: { readonly path: string }): boolean => path.endsWith(".cards.yaml");
  const looked = async (): Promise<void> => {
    const reviewed = Promise.resolve(workspace.fs.stat(folderOfLogs(globalStorageUri))).then(
      () => true,
      () => false,
    );
    if ((await workspace.findFiles("**/*.cards.yaml", ignored, 1)).length || (await reviewed)) show();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = (): void => {
    clearTimeout(timer);
    if (view.visible) timer = setTimeout(() => changed.fire(undefined), PAUSE);
  };
  looked().catch((error) => log.error(error instanceof Error ? error : String(error)));

  const listeners = together(
    view,
    changed,
    session.onReview(() => (show(), refresh())),
    workspace.onDidSaveTextDocument(({ uri }) => isDeck(uri) && (show(), refresh())),
    workspace.onDidCreateFiles(({ files }) => files.some(isDeck) && (show(), refresh())),
    workspace.onDidDeleteFiles(({ files }) => files.some(isDeck) && refresh()),
    // Cards come due while another window is in front, and are answered there.
    window.onDidChangeWindowState(({ focused }) => focused && refresh()),
    view.onDidChangeVisibility(({ visible }) => visible && changed.fire(undefined)),
  );
  const told = (): Thenable<unknown> => commands.executeCommand("setContext", BY_TAG, isByTag);
  void told();

  return {
    refresh: async () => changed.fire(undefined),
    async groupBy(what) {
      isByTag = what === "tag";
      await workspaceState.update(BY_TAG, isByTag);
      await told();
      changed.fire(undefined);
    },
    chosen: (row) => (isNode(row) && row.kind === "deck" ? { decks: [row.deck.id], title: row.deck.name } : undefined),
    async put(row, kind) {
      if (isNode(row) && row.kind === "card") await session.run(PUT, { card: row.card.key, kind });
    },
    async open(row) {
      if (typeof row === "string") return openCard(session, row);
      if (!isNode(row) || row.kind === "group") return;
      if (row.kind === "card") return openCard(session, row.card.key);
      const { uri } = row.deck;
      if (uri !== undefined) return void (await window.showTextDocument(Uri.parse(uri)));
      const [first] = await cardsOf(row.deck);
      if (first) await openCard(session, first.key);
    },
    dispose: () => (clearTimeout(timer), listeners.dispose()),
  };
}

/** A menu hands over the row; the palette, a key or somebody else may hand over anything. */
const isNode = (row: unknown): row is Node => typeof row === "object" && row !== null && "kind" in row;
