import { render, say } from "../core/message";
import type { Voice } from "../core/voice";
import { questionAt } from "../drill/decks";
import { type DeckState, deckMessages, mistakesMessage, statesOf, twinMessage } from "../drill/overview";
import type { Sitting } from "../drill/sitting";
import { keyOf } from "../review/event";
import type { FoundDecks } from "./review-decks";

/** The decks that can be asked, with what is left of each today, for whoever draws them as a tree. */
export function decksJson(now: Sitting, { twins, uris }: FoundDecks, voice: Voice) {
  return {
    decks: statesOf(now).map((state) => ({
      ...deckJson(state, now, voice),
      ...(uris.has(state.deck) && { uri: uris.get(state.deck) }),
    })),
    problems: twinsTold(twins, voice),
  };
}

const twinsTold = (twins: FoundDecks["twins"], voice: Voice): readonly string[] =>
  twins.map((deck) => render(twinMessage(deck, deck.file!), voice));

/** What keeps cards of these decks from being asked. */
export const deckProblems = ({ decks }: Sitting, { twins }: FoundDecks, voice: Voice): readonly string[] => [
  ...decks.flatMap((deck) =>
    deck.problems?.length ? [render(say`${deck.file!}: ${mistakesMessage(deck.problems.length)}`, voice)] : [],
  ),
  ...twinsTold(twins, voice),
];

function deckJson(state: DeckState, now: Sitting, voice: Voice) {
  const { deck, queue, suspended, gone } = state;
  const { id, name, source, file, cards, lesson } = deck;
  const { counts, heldBack } = queue;
  return {
    id,
    name,
    source,
    ...(file !== undefined && { file }),
    cards: cards.length,
    lesson: lesson !== undefined,
    counts: { ...counts, suspended: suspended.length },
    heldBack,
    options: now.journal.learned.optionsOf(id),
    suspended: suspended.map((card) => {
      const key = keyOf(id, card);
      const { isLeech } = now.journal.learned.cards.get(key)!;
      return { key, question: questionAt({ key, deck: id }, now.decks, voice).prompt, leech: isLeech === true };
    }),
    gone,
    problems: deckMessages(state, now).map((message) => render(message, voice)),
  };
}
