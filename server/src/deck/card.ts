import type { Message } from "../core/message";
import type { Span } from "../core/span";
import { told, type Voice } from "../core/voice";
import type { Goal } from "./goal";

/** A question with its answer. The words of its form in a file are those of `fields` in `read-card.ts`. */
export interface Card {
  /** Never changes, and is unique in its deck: what a person has learned is remembered by it. */
  readonly id: string;
  readonly question: string;
  /** Markdown; formulas stand between dollar signs. */
  readonly answer: string;
  readonly tags: readonly string[];
  /** Operators by their own names, such as Conv2d, whatever a framework calls them. */
  readonly operators: readonly string[];
  /** Rules and constraints by id. */
  readonly rules: readonly string[];
  /** What the source of the card says, where that is wrong or half true; never without `correction`. */
  readonly textSays?: string;
  readonly correction?: string;
  /** A model in the native format that proves the figures, with expectations in its comments. */
  readonly model?: string;
  /** Of a step of a lesson: what the model must have for it to be done. Such a card is not asked in reviews. */
  readonly goals?: readonly Goal[];
  /** Where the id is written. */
  readonly span: Span;
}

/** The same card in another language, as far as it is translated. */
export const cardIn = (card: Card, voice: Voice): Card => ({
  ...card,
  question: told(card.question, voice),
  answer: told(card.answer, voice),
  ...(card.textSays !== undefined && { textSays: told(card.textSays, voice) }),
  ...(card.correction !== undefined && { correction: told(card.correction, voice) }),
});

/** Something wrong in the text of a deck. */
export interface DeckProblem {
  /** In English; `told` is the same for any language. */
  readonly message: string;
  readonly told: Message;
  readonly span: Span;
  /** Both start at 1; columns count UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

/** What could be read of a deck: every sound card, and what is wrong with the others. */
export interface Deck {
  readonly name?: string;
  /** The model that a lesson begins with. Its cards are steps, in order. */
  readonly lesson?: string;
  readonly cards: readonly Card[];
  /** Where the fields of its cards are written, by the id of the card; absent where it was no file of ours. */
  readonly places?: ReadonlyMap<string, CardPlaces>;
  readonly problems: readonly DeckProblem[];
}

export interface CardPlaces {
  /** All of the card. */
  readonly whole: Span;
  /** The value of each field. */
  readonly fields: ReadonlyMap<string, Span>;
  /** The words of each list, in order. */
  readonly words: ReadonlyMap<string, readonly { readonly word: string; readonly span: Span }[]>;
}
