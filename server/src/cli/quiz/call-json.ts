import { render } from "../../core/message";
import type { Voice } from "../../core/voice";
import { plainText } from "../../deck/plain-text";
import type { Fact } from "../../review/event";
import type { Askable } from "../../review/queue";
import { gradeWords } from "../option-tables";
import { questionAt } from "./decks";
import { intervals } from "./screen";
import { queueIn, type Session } from "./session";

const dateOf = (at: number): string => new Date(at).toISOString();

/** What one call says to a script: what it did, and the card to be answered by the next. */
export function callJson(session: Session, facts: readonly Fact[], voice: Voice) {
  const { next, counts, again, heldBack } = queueIn(session);
  const [fact] = facts;
  return {
    version: 1,
    ...(fact && { done: doneJson(fact, session) }),
    counts,
    heldBack,
    card: next ? cardJson(next, session, voice) : null,
    again: again === undefined ? null : dateOf(again),
    unwritten: session.journal.unwritten.length,
  };
}

function doneJson(fact: Fact, { journal }: Session) {
  if (!("card" in fact)) return { kind: fact.kind };
  const { memory, isSuspended, isLeech } = journal.learned.cards.get(fact.card) ?? {};
  return {
    kind: fact.kind,
    card: fact.card,
    ...(fact.kind === "review" && { grade: gradeWords[fact.grade - 1] }),
    phase: memory?.phase ?? "new",
    due: memory ? dateOf(memory.due) : null,
    suspended: isSuspended === true,
    leech: isLeech === true,
  };
}

function cardJson(card: Askable, session: Session, voice: Voice) {
  const { id, deck, prompt, answer, explanation, model, tags, operators, rules } = questionAt(
    card,
    session.decks,
    voice,
  );
  const { memory, isLeech } = session.journal.learned.cards.get(card.key) ?? {};
  return {
    key: card.key,
    id,
    deck,
    question: prompt,
    answer,
    ...(explanation !== undefined && { explanation }),
    plain: { question: plainText(prompt), answer: plainText(answer) },
    ...(model !== undefined && { model }),
    tags,
    operators,
    rules,
    phase: memory?.phase ?? "new",
    leech: isLeech === true,
    grades: intervals(card, session).map((one) => ({
      grade: gradeWords[one.grade - 1],
      due: dateOf(one.due),
      in: render(one.in, voice),
    })),
  };
}
