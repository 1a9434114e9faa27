import { once } from "../core/once";
import type { Card, Deck } from "./card";
import { readDeck } from "./read-deck";
import text from "./understanding-cnns.cards.yaml";

/** The deck that ConvLint brings along, as it is written. */
export const builtInText: string = text;

/** The deck that ConvLint brings along. Read when first asked for, since few ask. */
export const builtIn = once((): Deck => readDeck(text));

export const cardCalled = (id: string, cards = builtIn().cards): Card | undefined =>
  cards.find((card) => card.id === id);

/** Which card is wanted; what is absent does not matter. */
export interface Wanted {
  /** Id of the card shown last. */
  readonly after?: string;
  readonly tag?: string;
  /** An operator by its own name, in any case, or a rule by its id. */
  readonly about?: string;
}

/** The cards about an operator or a rule, in the order of the deck. */
export function cardsAbout(about: string, cards = builtIn().cards): readonly Card[] {
  const wanted = about.toLowerCase();
  return cards.filter((card) => [...card.operators, ...card.rules].some((name) => name.toLowerCase() === wanted));
}

/**
 * The next wanted card in the order of the deck, and the first again behind the last. The same question always has
 * the same answer; nothing is remembered and nothing is drawn by lot.
 */
export function nextCard({ after, tag, about }: Wanted, cards = builtIn().cards): Card | undefined {
  const last = cards.findIndex((card) => card.id === after);
  const turned = [...cards.slice(last + 1), ...cards.slice(0, last + 1)];
  const near = about === undefined ? turned : cardsAbout(about, turned);
  return near.find((card) => tag === undefined || card.tags.includes(tag));
}
