import type { Voice } from "../core/voice";
import { cardsOfDeck } from "../drill/deck-cards";
import type { Sitting } from "../drill/sitting";
import { sourceOf } from "../drill/source";
import type { FoundDecks } from "./review-decks";
import { reviewNames } from "./review-names";

type Asked = { readonly [key: string]: unknown };
type Look = Sitting & { readonly found: FoundDecks };

/** What is looked at beside the card that is asked; none of it changes anything. */
export const looksOf = (sitting: (decks: unknown, isFresh: boolean) => Promise<Look>, voice: Voice) => ({
  async [reviewNames.cards]({ deck: id }: Asked) {
    const now = await sitting([id], false);
    return now.decks.flatMap((deck) => cardsOfDeck(deck, now, voice));
  },
  async [reviewNames.source]({ card }: Asked) {
    const { found } = await sitting([], false);
    const source = sourceOf(String(card), found.decks);
    if (!source) return null;
    const { deck, text = null, offset } = source;
    return { deck: deck.id, uri: found.uris.get(deck) ?? null, text, offset };
  },
  /** The answers that are in no log yet, in the form of a log. */
  async [reviewNames.unwritten]() {
    const { journal } = await sitting([], false);
    return { text: journal.unwritten.map((line) => `${line}\n`).join("") };
  },
});
