import type { Model } from "../core/analysis";
import { render, say } from "../core/message";
import { english, type Voice } from "../core/voice";
import { type Card, cardIn } from "../deck/card";
import { builtIn, cardsAbout, nextCard, type Wanted } from "../deck/deck";
import { plainText } from "../deck/plain-text";
import type { Choice, Question } from "../deck/question";
import { snippetLines } from "../deck/snippet";
import type { CardSnippet } from "../features/quiz-completion";
import { modelQuestions } from "../quiz/model";
import { operatorQuestions } from "../quiz/operators";

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
  /** What there is to choose from, where something is. */
  readonly choices?: readonly Choice[];
  /** A model that shows the answer. */
  readonly model?: string;
}

/** What a hover shows of the quiz: a card about an operator, and a link of the client's own command. */
export const asking =
  (command: string, voice = english) =>
  (operator: string): string => {
    const [card] = cardsAbout(operator);
    const target = `command:${command}?${encodeURIComponent(JSON.stringify([{ about: operator }]))}`;
    const link = say`[Quiz me on this](${target})`;
    return render(card ? say`*${oneLine(cardIn(card, voice).question)}* ${link}` : link, voice);
  };

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Of an operator that no card is about something is made up. */
function madeUpAbout({ about, after }: Wanted, voice: Voice): ShownCard | undefined {
  if (about === undefined) return undefined;
  return following(taken(operatorQuestions({ seed: 1, about, voice }), 40), after);
}

/** The next question about a model, in an order that its seed decides; the first again behind the last. */
export function nextAbout(model: Model, asked: unknown, voice: Voice): ShownCard | undefined {
  const { after, tag, seed } = asked as { readonly [key: string]: unknown };
  const asks = { seed: typeof seed === "number" ? seed : 1, voice, ...(typeof tag === "string" && { tag }) };
  return following(modelQuestions(model, asks), after);
}

/** The question behind one that was asked, and the first again behind the last; no more are made up than it takes. */
function following(questions: Iterable<Question>, after: unknown): ShownCard | undefined {
  let first: Question | undefined;
  let isNext = typeof after !== "string";
  for (const question of questions) {
    if (isNext) return shownQuestion(question);
    first ??= question;
    isNext = question.id === after;
  }
  return first && shownQuestion(first);
}

function* taken<T>(from: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const one of from) {
    yield one;
    if (++count === most) return;
  }
}

function shownQuestion(asked: Question): ShownCard {
  const { id, prompt, answer, explanation, choices, tags, model } = asked;
  const whole = explanation === undefined ? answer : `${answer}\n\n${explanation}`;
  return {
    id,
    question: prompt,
    answer: whole,
    plain: { question: plainText(prompt), answer: plainText(whole) },
    tags,
    links: linksOf(asked),
    ...(choices && { choices }),
    ...(model !== undefined && { model }),
  };
}

/** The pages of what a card is about. */
export const linksOf = ({ operators, rules }: Pick<Card, "operators" | "rules">): ShownCard["links"] => [
  ...operators.map(link("ops")),
  ...rules.map(link("rules")),
];

const link = (folder: string) => (title: string) => ({ title, target: `docs/${folder}/${title}.md` });

/** Asked for anything but an object, any card is wanted. */
export function nextCardOf(asked: unknown, voice = english): ShownCard | undefined {
  const wanted = wantedOf(asked);
  const found = nextCard(wanted);
  if (!found) return madeUpAbout(wanted, voice);
  const card = cardIn(found, voice);
  const { id, question, correction, tags } = card;
  const answer = correction === undefined ? card.answer : render(say`${card.answer}\n\n**Mind:** ${correction}`, voice);
  return {
    id,
    question,
    answer,
    plain: { question: plainText(question), answer: plainText(answer) },
    tags,
    links: linksOf(card),
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
