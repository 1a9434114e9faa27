import { render, say } from "../core/message";
import type { Voice } from "../core/voice";
import type { Card, DeckProblem } from "../deck/card";
import { builtIn } from "../deck/deck";
import { type Question, questionOf } from "../deck/question";
import { readDeck } from "../deck/read-deck";
import { idOf, keyOf } from "../review/event";
import type { Askable } from "../review/queue";
import { deckIdOf } from "./deck-id";

/** The deck that ConvLint has; cards are remembered by it. */
export const ownId = "understanding-cnns";
/** The deck that is made of the operators in models. */
export const operatorsId = "operators";

export interface Asked {
  readonly id: string;
  readonly name: string;
  readonly cards: readonly Card[];
  readonly source: "built-in" | "file" | "models";
  /** Where its file lies, as whoever found it says that. */
  readonly file?: string;
  /** The model to begin with and all cards as steps, where the deck is a lesson. */
  readonly lesson?: { readonly start: string; readonly cards: readonly Card[] };
  /** What is wrong in the file; its other cards are asked. */
  readonly problems?: readonly DeckProblem[];
}

export function ownDeck(): Asked {
  const { name = ownId, cards } = builtIn();
  return { id: ownId, name, cards, source: "built-in" };
}

export const operatorsDeck = (cards: readonly Card[], voice: Voice): Asked => ({
  id: operatorsId,
  name: render(say`Operators of these models`, voice),
  cards,
  source: "models",
});

export function fileDeck(file: string, text: string): Asked {
  const { name, cards, problems, lesson } = readDeck(text);
  const id = deckIdOf(file);
  // A step is done with one's hands, and nothing to be remembered.
  const asked = cards.filter(({ goals }) => !goals);
  const steps = lesson === undefined ? {} : { lesson: { start: lesson, cards } };
  return { id, name: name ?? id, cards: asked, ...steps, source: "file", file, problems };
}

export const askables = (decks: readonly Asked[]): readonly Askable[] =>
  decks.flatMap(({ id, cards }) => cards.map((card) => ({ key: keyOf(id, card.id), deck: id })));

/** Cards of two decks with one id could not be told apart, so the first of them is asked. */
export function apart(decks: readonly Asked[]): {
  readonly decks: readonly Asked[];
  readonly twins: readonly Asked[];
} {
  const first = new Map<string, Asked>();
  const twins = decks.filter((deck) => first.has(deck.id) || !first.set(deck.id, deck));
  return { decks: [...first.values()], twins };
}

export function questionAt({ key, deck }: Askable, decks: readonly Asked[], voice: Voice): Question {
  const card = decks.find(({ id }) => id === deck)!.cards.find(({ id }) => id === idOf(key))!;
  return questionOf(card, deck, voice);
}
