import {
  type LogOutputChannel,
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
const SHOW: QuickPickItem = { label: "$(eye) Show answer", alwaysShow: true };
const NEXT: QuickPickItem = { label: "$(arrow-right) Next card", alwaysShow: true };

/** Shows one card after another in the quick pick, question first, until it is closed. Draws; the server chooses. */
export async function quiz(session: Session, open: Open, log: LogOutputChannel): Promise<void> {
  const first = await session.run<Card | null>(NEXT_CARD, {});
  if (!first) {
    void window.showInformationMessage("ConvLint: there is no flashcard to show.");
    return;
  }
  const pick = window.createQuickPick();
  let card = first;

  function ask(next: Card): void {
    card = next;
    pick.items = [
      ...rows("question", card.plain.question),
      { label: "", kind: QuickPickItemKind.Separator },
      SHOW,
      NEXT,
    ];
    draw(SHOW);
  }
  function tell(): void {
    pick.items = [...rows("question", card.plain.question), ...rows("answer", card.plain.answer), line(""), NEXT];
    draw(NEXT);
  }
  function draw(active: QuickPickItem): void {
    pick.title = ["Quiz", ...card.tags].join(" · ");
    pick.placeholder = card.plain.question;
    pick.buttons = (card.links ?? []).map(buttonOf);
    pick.activeItems = [active];
  }
  async function advance(): Promise<void> {
    pick.busy = true;
    const next = await session.run<Card | null>(NEXT_CARD, { after: card.id });
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
    if (picked === SHOW) tell();
    else if (picked === NEXT) advance().catch(failed);
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
