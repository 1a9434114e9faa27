import {
  type LogOutputChannel,
  l10n,
  type QuickInputButton,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from "vscode";
import { type Card, NEXT_CARD } from "./protocol";
import type { Session } from "./session";
import { wrap } from "./wrap";

type Open = (target: string) => Promise<void>;
interface Link extends QuickInputButton {
  readonly target: string;
}

/** An entry of a quick pick is one line that does not wrap. */
const WIDTH = 72;

/** Shows one card after another in the quick pick, question first, until it is closed. Draws; the server chooses. */
export async function quiz(session: Session, open: Open, log: LogOutputChannel, about?: unknown): Promise<void> {
  // A link names what is asked about; a lens or a key may hand over something else.
  const wanted = typeof about === "object" && about !== null && "about" in about ? { about: about.about } : {};
  const show: QuickPickItem = { label: `$(eye) ${l10n.t("Show answer")}`, alwaysShow: true };
  const following: QuickPickItem = { label: `$(arrow-right) ${l10n.t("Next card")}`, alwaysShow: true };
  const first = await session.run<Card | null>(NEXT_CARD, wanted);
  if (!first) {
    void window.showInformationMessage(l10n.t("There is no flashcard to show."));
    return;
  }
  const pick = window.createQuickPick();
  let card = first;

  function ask(next: Card): void {
    card = next;
    pick.items = [
      ...rows(l10n.t("question"), card.plain.question),
      { label: "", kind: QuickPickItemKind.Separator },
      show,
      following,
    ];
    draw(show);
  }
  function tell(): void {
    pick.items = [
      ...rows(l10n.t("question"), card.plain.question),
      ...rows(l10n.t("answer"), card.plain.answer),
      line(""),
      following,
    ];
    draw(following);
  }
  function draw(active: QuickPickItem): void {
    pick.title = [l10n.t("Quiz"), ...card.tags].join(" · ");
    pick.placeholder = card.plain.question;
    pick.buttons = (card.links ?? []).map(buttonOf);
    pick.activeItems = [active];
  }
  async function advance(): Promise<void> {
    pick.busy = true;
    const next = await session.run<Card | null>(NEXT_CARD, { ...wanted, after: card.id });
    pick.busy = false;
    if (next) ask(next);
    else pick.hide();
  }
  const failed = (error: unknown): void => {
    log.error(error instanceof Error ? error : String(error));
    pick.hide();
  };

  pick.ignoreFocusOut = true;
  pick.onDidAccept(() => {
    const [picked] = pick.selectedItems;
    if (picked === show) tell();
    else if (picked === following) advance().catch(failed);
  });
  pick.onDidTriggerButton((button) => void open((button as Link).target).catch(failed));
  pick.onDidHide(() => pick.dispose());
  ask(first);
  pick.show();
}

const line = (label: string): QuickPickItem => ({ label, kind: QuickPickItemKind.Separator });

const rows = (title: string, text: string): readonly QuickPickItem[] => [
  line(title),
  ...wrap(text, WIDTH).map((label) => ({ label, alwaysShow: true })),
];

const buttonOf = ({ title, target }: NonNullable<Card["links"]>[number]): Link => ({
  iconPath: new ThemeIcon("book"),
  tooltip: title,
  target,
});
