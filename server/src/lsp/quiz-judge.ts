import type { Model } from "../core/analysis";
import { render, say } from "../core/message";
import type { Voice } from "../core/voice";
import { plainText } from "../deck/plain-text";
import type { Question, Verdict } from "../deck/question";
import type { Grade } from "../review/event";
import { questionsAbout, questionsOfOperators } from "./quiz-lists";
import { askedIn, mapOf, orderIn, taken } from "./quiz-wanted";
import { wrong } from "./wrong";

/** What came of an answer. */
export interface Judged {
  readonly right: boolean;
  /** False where what was typed is no answer at all, and may be typed anew. */
  readonly read: boolean;
  /** Why a wrong answer is wrong, and what a right one leaves out. */
  readonly told: string | null;
  /** Absent while nothing was answered. */
  readonly answer?: string;
  /** How the answer comes about, as Markdown. */
  readonly explanation?: string;
  /** The same for places that show no Markdown. */
  readonly plain?: { readonly answer: string; readonly explanation?: string };
  /** What it would count for where it is graded. */
  readonly grade?: Grade;
}

/** How far questions are made up anew to find the one that is answered. */
const patience = 2_000;

/** Judges what was chosen, by its number from 0 on, or typed. The question is made anew, so that nobody has to remember it. */
export function judge(said: unknown, model: Model | undefined, voice: Voice): Judged {
  const { id, choice, typed } = mapOf(said);
  const question = questionCalled(id, said, model, voice);
  if (!question) throw wrong(say`no question is called ${String(id)}; the model may have changed since`, voice);
  const verdict = verdictOn(question, choice, typed, voice);
  if (!verdict.right && verdict.unread) return { right: false, read: false, told: verdict.reason };
  const { answer, explanation } = question;
  return {
    right: verdict.right,
    read: true,
    told: (verdict.right ? verdict.note : verdict.reason) ?? null,
    answer,
    ...(explanation !== undefined && { explanation }),
    plain: {
      answer: plainText(answer),
      ...(explanation !== undefined && { explanation: plainText(explanation) }),
    },
    grade: verdict.right ? 3 : 1,
  };
}

function questionCalled(id: unknown, said: unknown, model: Model | undefined, voice: Voice): Question | undefined {
  const asked = askedIn(said);
  const { about } = asked;
  const order = orderIn(asked, voice);
  const all = model
    ? questionsAbout(model, order)
    : taken(questionsOfOperators({ ...order, ...(about !== undefined && { about }) }), patience);
  for (const question of all) if (question.id === id) return question;
  return undefined;
}

function verdictOn({ choices, typed: form }: Question, choice: unknown, typed: unknown, voice: Voice): Verdict {
  if (typeof typed === "string" && form) return form.judge(typed);
  const chosen = typeof choice === "number" ? choices?.[choice] : undefined;
  if (!chosen) throw wrong(say`an answer is the number of a choice, or a text that is typed`, voice);
  if (chosen.right) return { right: true };
  return { right: false, reason: chosen.why ?? render(say`${chosen.text} is not right`, voice) };
}
