import type { Voice } from "../core/voice";
import type { Card } from "../deck/card";
import { builtIn } from "../deck/deck";
import { type Question, questionOf } from "../deck/question";
import { idOf, keyOf } from "../review/event";
import type { Askable } from "../review/queue";

/** The deck that ConvLint has; cards are remembered by it. */
export const ownId = "understanding-cnns";

export interface Asked {
  readonly id: string;
  readonly name: string;
  readonly cards: readonly Card[];
}

export function ownDeck(): Asked {
  const { name = ownId, cards } = builtIn();
  return { id: ownId, name, cards };
}

export const askables = (decks: readonly Asked[]): readonly Askable[] =>
  decks.flatMap(({ id, cards }) => cards.map((card) => ({ key: keyOf(id, card.id), deck: id })));

export function questionAt({ key, deck }: Askable, decks: readonly Asked[], voice: Voice): Question {
  const card = decks.find(({ id }) => id === deck)!.cards.find(({ id }) => id === idOf(key))!;
  return questionOf(card, deck, voice);
}
