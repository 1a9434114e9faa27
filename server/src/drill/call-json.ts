import { render } from "../core/message";
import type { Voice } from "../core/voice";
import { plainText } from "../deck/plain-text";
import { type Fact, gradeWords } from "../review/event";
import type { Askable } from "../review/queue";
import { questionAt } from "./decks";
import { queueIn, type Sitting } from "./sitting";
import { intervals } from "./telling";

const dateOf = (at: number): string => new Date(at).toISOString();

/** What one call says to a script: what it did, and the card to be answered by the next. */
export function callJson(sitting: Sitting, facts: readonly Fact[], voice: Voice, queue = queueIn(sitting)) {
  const { next, counts, again, heldBack } = queue;
  const [fact] = facts;
  return {
    version: 1,
    ...(fact && { done: doneJson(fact, sitting) }),
    counts,
    heldBack,
    card: next ? cardJson(next, sitting, voice) : null,
    again: again === undefined ? null : dateOf(again),
    unwritten: sitting.journal.unwritten.length,
  };
}

function doneJson(fact: Fact, { journal }: Sitting) {
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

function cardJson(card: Askable, sitting: Sitting, voice: Voice) {
  const { id, deck, prompt, answer, explanation, model, tags, operators, rules } = questionAt(
    card,
    sitting.decks,
    voice,
  );
  const { memory, isLeech } = sitting.journal.learned.cards.get(card.key) ?? {};
  return {
    key: card.key,
    id,
    deck,
    question: prompt,
    answer,
    ...(explanation !== undefined && { explanation }),
    plain: {
      question: plainText(prompt),
      answer: plainText(answer),
      ...(explanation !== undefined && { explanation: plainText(explanation) }),
    },
    ...(model !== undefined && { model }),
    tags,
    operators,
    rules,
    phase: memory?.phase ?? "new",
    leech: isLeech === true,
    grades: intervals(card, sitting).map((one) => ({
      grade: gradeWords[one.grade - 1],
      due: dateOf(one.due),
      in: render(one.in, voice),
    })),
  };
}
