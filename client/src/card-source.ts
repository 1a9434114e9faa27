import { l10n, Range, Uri, ViewColumn, window, workspace } from "vscode";
import { type CardSource, SCHEME, SOURCE } from "./protocol";
import type { Session } from "./session";

/** Of the address of a deck that the server has: which card of it is looked at. */
const QUERY = `${SOURCE} `;

/** Opens the deck of a card at the card, beside what is there. A deck that ConvLint brings along is only read. */
export async function openCard(session: Session, card: string): Promise<void> {
  const source = await session.run<CardSource | null>(SOURCE, { card });
  if (!source) {
    void window.showInformationMessage(l10n.t("This card stands in no file."));
    return;
  }
  const { deck, offset } = source;
  const uri = source.uri
    ? Uri.parse(source.uri)
    : Uri.from({ scheme: SCHEME, path: `/${deck}.cards.yaml`, query: QUERY + card });
  const document = await workspace.openTextDocument(uri);
  const start = document.positionAt(offset);
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, selection: new Range(start, start) });
}

/** The text of a deck that the server has; nothing for any other page. */
export async function deckText(session: Session, { query }: Uri): Promise<string | undefined> {
  if (!query.startsWith(QUERY)) return undefined;
  const source = await session.run<CardSource | null>(SOURCE, { card: query.slice(QUERY.length) });
  return source?.text ?? "";
}
