import { render, say } from "../core/message";
import type { Voice } from "../core/voice";
import { pageHtml } from "../deck/page-html";
import { plainText } from "../deck/plain-text";
import type { Asked } from "../drill/decks";
import { goalsOf, type Lesson, lessonOf, stepsIn } from "../drill/lesson";
import { judge } from "../service/lesson";
import type { DeckPlaces, FoundDecks } from "./review-decks";
import { pathOf } from "./uri";
import { wrong } from "./wrong";

/** The lessons there are; or one of them, with how far an open model is in it and what is still wrong there. */
export function lessonJson(
  { deck, model }: { readonly [key: string]: unknown },
  { decks, uris }: FoundDecks,
  { textAt }: DeckPlaces,
  voice: Voice,
) {
  const found = decks.flatMap((one) => (lessonOf(one) ? [{ deck: one, lesson: lessonOf(one)! }] : []));
  if (deck === undefined) return found.map(({ deck, lesson }) => listed(lesson, deck, uris));
  const one = found.find(({ lesson }) => lesson.id === deck);
  if (!one) throw wrong(say`no lesson is called ${String(deck)}`, voice);
  const { lesson } = one;
  const text = typeof model === "string" ? textAt(pathOf(model)) : undefined;
  if (model !== undefined && text === undefined) throw wrong(say`${String(model)} is not open`, voice);
  const judged = text === undefined ? { at: 0, next: 0 } : judge(goalsOf(lesson), pathOf(model as string), text);
  return {
    ...listed(lesson, one.deck, uris),
    start: lesson.start,
    steps: stepsIn(lesson, voice).map(({ id, question, answer, goals }, i) => ({
      id,
      goal: goals !== undefined,
      done: i < judged.next,
      question,
      answer,
      plain: { question: plainText(question), answer: plainText(answer) },
      html: { question: pageHtml(question, voice), answer: pageHtml(answer, voice) },
    })),
    at: judged.at,
    wrong: judged.wrong ? render(judged.wrong, voice) : null,
    done: judged.at >= lesson.steps.length && !judged.wrong,
  };
}

const listed = ({ id, name, steps }: Lesson, deck: Asked, uris: FoundDecks["uris"]) => ({
  id,
  name,
  count: steps.length,
  ...(uris.has(deck) && { uri: uris.get(deck)! }),
});
