import type { Range } from "vscode-languageserver";
import type { Model } from "../core/analysis";
import type { Lines } from "../core/lines";
import { render, say } from "../core/message";
import { english, type Voice } from "../core/voice";
import { type Card, cardIn } from "../deck/card";
import { builtIn, cardCalled, cardsAbout, nextCard } from "../deck/deck";
import { plainText } from "../deck/plain-text";
import type { Choice, Question } from "../deck/question";
import { snippetLines } from "../deck/snippet";
import { topics } from "../derive/topic";
import { ownId } from "../drill/decks";
import type { About } from "../features/hover";
import type { CardSnippet } from "../features/quiz-completion";
import { rangeOf } from "../features/snapshot";
import { keyOf } from "../review/event";
import { questionsAbout, questionsOfOperators } from "./quiz-lists";
import { type Asked, askedIn, orderIn, taken } from "./quiz-wanted";

/** A flashcard as clients show it. A target is a path below the extension's folder. */
export interface ShownCard {
  readonly id: string;
  readonly deck: string;
  /** By which it is graded, where it is one of a deck that is learned. */
  readonly key?: string;
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /** The same for places that show no Markdown. */
  readonly plain: { readonly question: string; readonly answer: string };
  readonly tags: readonly string[];
  readonly links: readonly { readonly title: string; readonly target: string }[];
  /** What there is to choose from, where something is. */
  readonly choices?: readonly Choice[];
  /** What may be typed instead, such as `[16, 30, 30]`. */
  readonly typed?: { readonly example: string };
  /** A model that shows the answer. */
  readonly model?: string;
  /** The row of a model that is asked about. */
  readonly range?: Range;
}

/** What a hover shows of the quiz: a card, and a link of the client's own command. Of a rule that no card is about, nothing. */
export const asking =
  (command: string, voice = english) =>
  ({ names, argument }: About): string | undefined => {
    const about = names.find((name) => cardsAbout(name).length) ?? names[0];
    if (about === undefined) return undefined;
    const cards = cardsAbout(about);
    if (!cards.length && topics().has(about)) return undefined;
    const on = cards.find(({ id }) => id === argument);
    const card = on ?? cards[0];
    const wanted = on ? { about, card: on.id } : { about };
    const target = `command:${command}?${encodeURIComponent(JSON.stringify([wanted]))}`;
    const link = say`[Quiz me on this](${target})`;
    return render(card ? say`*${oneLine(cardIn(card, voice).question)}* ${link}` : link, voice);
  };

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** As many questions as are made up about one operator before they begin anew. */
const most = 40;

/** The card that is wanted next; of what no card is about, something is made up. Asked for anything but an object, any card is. */
export function nextCardOf(said: unknown, voice = english): ShownCard | undefined {
  const wanted = askedIn(said);
  if (wanted.card !== undefined) {
    const card = cardCalled(wanted.card);
    return card && shownCard(card, voice);
  }
  const card = wanted.deck === "operators" ? undefined : fromDeck(wanted);
  if (card) return shownCard(card, voice);
  const { about, deck, asked } = wanted;
  if (about === undefined && deck === undefined) return undefined;
  const order = { ...orderIn(wanted, voice), ...(about !== undefined && { about }) };
  const all = questionsOfOperators(order);
  return following(asked ? all : taken(all, most), wanted);
}

function fromDeck(wanted: Asked): Card | undefined {
  const { asked } = wanted;
  return nextCard(wanted, asked ? builtIn().cards.filter(({ id }) => !asked.has(id)) : builtIn().cards);
}

/** The next question about a model, in an order that its seed decides. */
export function nextAbout(model: Model, lines: Lines, said: unknown, voice: Voice): ShownCard | undefined {
  const wanted = askedIn(said);
  return following(questionsAbout(model, orderIn(wanted, voice)), wanted, lines);
}

/**
 * The first question that was not asked; or the one behind the last, and the first again where there is none. No more are
 * made up than it takes.
 */
function following(questions: Iterable<Question>, { after, asked }: Asked, lines?: Lines): ShownCard | undefined {
  let first: Question | undefined;
  let isNext = after === undefined;
  for (const question of questions) {
    if (asked ? !asked.has(question.id) : isNext) return shownQuestion(question, lines);
    first ??= question;
    isNext = question.id === after;
  }
  return asked ? undefined : first && shownQuestion(first, lines);
}

function shownQuestion(question: Question, lines: Lines | undefined): ShownCard {
  const { id, deck, prompt, answer, explanation, choices, typed, tags, model, row } = question;
  const whole = explanation === undefined ? answer : `${answer}\n\n${explanation}`;
  return {
    id,
    deck,
    question: prompt,
    answer: whole,
    plain: { question: plainText(prompt), answer: plainText(whole) },
    tags,
    links: linksOf(question),
    ...(choices && { choices }),
    ...(typed && { typed: { example: typed.example } }),
    ...(model !== undefined && { model }),
    ...(row && lines && { range: rangeOf(lines, row) }),
  };
}

function shownCard(found: Card, voice: Voice): ShownCard {
  const card = cardIn(found, voice);
  const { id, question, correction, tags } = card;
  const answer = correction === undefined ? card.answer : render(say`${card.answer}\n\n**Mind:** ${correction}`, voice);
  return {
    id,
    deck: ownId,
    key: keyOf(ownId, id),
    question,
    answer,
    plain: { question: plainText(question), answer: plainText(answer) },
    tags,
    links: linksOf(card),
  };
}

/** The pages of what a card is about. */
export const linksOf = ({ operators, rules }: Pick<Card, "operators" | "rules">): ShownCard["links"] => [
  ...operators.map(link("ops")),
  ...rules.map(link("rules")),
];

const link = (folder: string) => (title: string) => ({ title, target: `docs/${folder}/${title}.md` });

export const cardSnippets =
  (voice = english) =>
  (): readonly CardSnippet[] =>
    builtIn().cards.map((found) => {
      const card = cardIn(found, voice);
      const { id, question, operators } = card;
      return { id, question, operators, lines: () => snippetLines(card) };
    });
