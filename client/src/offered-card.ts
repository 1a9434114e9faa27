import { ConfigurationTarget, commands, type Disposable, type ExtensionContext, l10n, window, workspace } from "vscode";
import type { OfferedCard } from "./protocol";
import type { Session } from "./session";

const KEY = "offeredCards";

const isWanted = (): boolean => workspace.getConfiguration("convlint").get("quiz.offerCards", true);

/** Ids of the cards that were offered in this workspace: none is offered again. Nothing where none is wanted. */
export const cardsOffered = ({ workspaceState }: ExtensionContext): readonly string[] | undefined =>
  isWanted() ? workspaceState.get<readonly string[]>(KEY, []) : undefined;

/** Where a mistake was mended, the card that explains it is offered, once, beside everything else. */
export const offerCards = (session: Session, context: ExtensionContext): Disposable =>
  session.onCard(async ({ card, told }: OfferedCard) => {
    if (!isWanted()) return;
    await context.workspaceState.update(KEY, [...(cardsOffered(context) ?? []), card.id]);
    const [show, never] = [l10n.t("Show Card"), l10n.t("Never")];
    const picked = await window.showInformationMessage(told, show, never);
    if (picked === show) await commands.executeCommand("convlint.quiz", { card: card.id });
    if (picked === never)
      await workspace.getConfiguration("convlint").update("quiz.offerCards", false, ConfigurationTarget.Global);
  });
