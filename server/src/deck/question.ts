import { render, say } from "../core/message";
import type { Span } from "../core/span";
import { english, type Voice } from "../core/voice";
import { type Card, cardIn } from "./card";

/** What is asked and answered, whatever it comes from, in the language of the person who is asked. */
export interface Question {
  /**
   * Lower case, digits and hyphens; unique in its deck. It never changes, and is the same in every language: that of a
   * question which is made up follows from what is asked, so that the same question has it again.
   */
  readonly id: string;
  /** The id of the deck it belongs to: `understanding-cnns`, that of somebody's own file, or `operators` or `model` of what is made up. */
  readonly deck: string;
  /** Markdown, as all texts below; formulas stand between dollar signs. */
  readonly prompt: string;
  readonly answer: string;
  /** How the answer comes about, in the reader's numbers, and what the source of the card has wrong. */
  readonly explanation?: string;
  /** A model in the native format that is shown with the answer. */
  readonly model?: string;
  /** In the order in which they are shown; exactly one is right. */
  readonly choices?: readonly Choice[];
  /** What may be typed instead of chosen. */
  readonly typed?: Typed;
  readonly tags: readonly string[];
  /** Operators by their own names. */
  readonly operators: readonly string[];
  /** Rules and constraints by id. */
  readonly rules: readonly string[];
  /** Of a question about a model: the row that it is about. */
  readonly row?: Span;
}

export interface Choice {
  readonly text: string;
  readonly right: boolean;
  /** Of a wrong one: the mistake that leads to it. */
  readonly why?: string;
}

export interface Typed {
  /** How an answer may be written, such as `[16, 30, 30]`. */
  readonly example: string;
  /** Never throws, whatever is typed. */
  judge(text: string): Verdict;
}

/**
 * `note` says what a right answer leaves out, such as the exact number behind a rounded one; `unread` is what is no answer
 * at all, and may be typed anew.
 */
export type Verdict =
  | { readonly right: true; readonly note?: string }
  | { readonly right: false; readonly reason: string; readonly unread?: true };

/** A card as a question. `deck` is the id of its deck. */
export function questionOf(asked: Card, deck: string, voice: Voice = english): Question {
  const card = cardIn(asked, voice);
  const { id, question, answer, model, tags, operators, rules } = card;
  const corrected = correctedIn(card, voice);
  return {
    id,
    deck,
    prompt: question,
    answer,
    ...(corrected !== undefined && { explanation: corrected }),
    ...(model !== undefined && { model }),
    tags,
    operators,
    rules,
  };
}

/** What the source of a card has wrong, as Markdown. */
export const correctedIn = ({ textSays, correction }: Card, voice: Voice): string | undefined =>
  textSays === undefined || correction === undefined
    ? undefined
    : render(say`> The text says: ${oneLine(textSays)}\n\n**Mind:** ${correction}`, voice);

/** A title and a quotation are one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ");
