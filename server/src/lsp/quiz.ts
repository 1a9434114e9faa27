import { render, say } from "../core/message";
import { english } from "../core/voice";
import { cardIn } from "../deck/card";
import { builtIn, nextCard, type Wanted } from "../deck/deck";
import { plainText } from "../deck/plain-text";
import { snippetLines } from "../deck/snippet";
import type { CardSnippet } from "../features/quiz-completion";

/** A flashcard as clients show it. A target is a path below the extension's folder. */
export interface ShownCard {
  readonly id: string;
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /** The same for places that show no Markdown. */
  readonly plain: { readonly question: string; readonly answer: string };
  readonly tags: readonly string[];
  readonly links: readonly { readonly title: string; readonly target: string }[];
}

/** Asked for anything but an object, any card is wanted. */
export function nextCardOf(asked: unknown, voice = english): ShownCard | undefined {
  const found = nextCard(wantedOf(asked));
  if (!found) return undefined;
  const card = cardIn(found, voice);
  const { id, question, correction, tags, operators, rules } = card;
  const answer = correction === undefined ? card.answer : render(say`${card.answer}\n\n**Mind:** ${correction}`, voice);
  const link = (folder: string) => (title: string) => ({ title, target: `docs/${folder}/${title}.md` });
  return {
    id,
    question,
    answer,
    plain: { question: plainText(question), answer: plainText(answer) },
    tags,
    links: [...operators.map(link("ops")), ...rules.map(link("rules"))],
  };
}

function wantedOf(asked: unknown): Wanted {
  const given = (typeof asked === "object" && asked !== null ? asked : {}) as { readonly [key: string]: unknown };
  const text = (key: keyof Wanted) => (typeof given[key] === "string" ? { [key]: given[key] } : {});
  return { ...text("after"), ...text("tag"), ...text("about") };
}

export const cardSnippets = (): readonly CardSnippet[] =>
  builtIn().cards.map((card) => ({
    id: card.id,
    question: card.question,
    operators: card.operators,
    lines: () => snippetLines(card),
  }));
