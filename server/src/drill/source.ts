import { builtInText } from "../deck/deck";
import { deckOf, idOf } from "../review/event";
import type { Asked } from "./decks";

/** Where a card is written. */
export interface Source {
  readonly deck: Asked;
  /** Of a deck that ConvLint brings along, and so stands in no file. */
  readonly text?: string;
  /** Of the id of the card, in UTF-16 units from the start. */
  readonly offset: number;
}

/** Nothing of a card that is made up, and of one that is no longer there. */
export function sourceOf(key: string, decks: readonly Asked[]): Source | undefined {
  const deck = decks.find(({ id }) => id === deckOf(key));
  const card = deck?.cards.find(({ id }) => id === idOf(key));
  if (!deck || !card || deck.source === "models") return undefined;
  return { deck, ...(deck.source === "built-in" && { text: builtInText }), offset: card.span.from };
}
