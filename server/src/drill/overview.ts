import { inRow, type Message, plural, say, verbatim } from "../core/message";
import { nearest } from "../core/nearest";
import { idOf, keyOf } from "../review/event";
import { type Queue, queueOf } from "../review/queue";
import { type Asked, askables } from "./decks";
import { moment, type Sitting } from "./sitting";

/** Where somebody stands with a deck. */
export interface DeckState {
  readonly deck: Asked;
  readonly queue: Queue;
  /** Ids of cards that are not asked, in the order of the deck. */
  readonly suspended: readonly string[];
  /** Ids of cards that were answered and are not in the deck any more. */
  readonly gone: readonly string[];
}

export const statesOf = ({ decks, journal: { learned } }: Sitting): readonly DeckState[] => {
  const now = moment();
  return decks.map((deck) => {
    const own = new Set(deck.cards.map(({ id }) => id));
    const answered = [...learned.cards].flatMap(([key, { memory }]) =>
      memory && key === keyOf(deck.id, idOf(key)) ? [idOf(key)] : [],
    );
    return {
      deck,
      queue: queueOf(askables([deck]), learned, now),
      suspended: [...own].filter((id) => learned.cards.get(keyOf(deck.id, id))?.isSuspended),
      // Which operators there are hangs on the models that are there today.
      gone: deck.source === "models" ? [] : answered.filter((id) => !own.has(id)),
    };
  });
};

export const mistakesMessage = (count: number): Message =>
  plural(
    count,
    say`1 mistake in it; all cards that can be read are asked`,
    say`${count} mistakes in it; all cards that can be read are asked`,
  );

const mostNamed = 3;

/** What is to be told of a deck. */
export function deckMessages({ deck, gone }: DeckState, { journal }: Sitting): readonly Message[] {
  const wrong = deck.problems?.length ?? 0;
  const told: Message[] = wrong ? [mistakesMessage(wrong)] : [];
  const fresh = deck.cards.map(({ id }) => id).filter((id) => !journal.learned.cards.has(keyOf(deck.id, id)));
  const others: string[] = [];
  for (const id of gone) {
    const now = nearest(id, fresh);
    if (now === undefined) others.push(id);
    else told.push(say`${id} was answered and is gone; if ${now} is the same card, give it its old id back`);
  }
  if (others.length) {
    const names = inRow([...others.slice(0, mostNamed), ...(others.length > mostNamed ? ["…"] : [])].map(verbatim));
    told.push(
      plural(
        others.length,
        say`1 card that was answered is gone: ${names}; what was learned of it is kept`,
        say`${others.length} cards that were answered are gone: ${names}; what was learned of them is kept`,
      ),
    );
  }
  return told;
}

/** Why a deck is not asked. */
export const twinMessage = ({ id }: Asked, file: string): Message =>
  say`${file}: another deck is remembered as ${id} too, so this one is not asked; give its file another name`;
