import { render, say } from "../core/message";
import { told, type Voice } from "../core/voice";
import { plainText } from "../deck/plain-text";
import { keyOf } from "../review/event";
import type { Learned } from "../review/fold";
import { intervalWords } from "../review/interval";
import { endOfToday, type Moment } from "../review/queue";
import type { Asked } from "./decks";
import { moment, type Sitting } from "./sitting";

/** Where somebody stands with a card: what is due today, what comes on a later day, what was put off or away. */
export const standings = ["due", "learning", "new", "later", "buried", "suspended"] as const;
export type Standing = (typeof standings)[number];

/** The cards of a deck in its order. */
export function cardsOfDeck({ id: deck, cards }: Asked, { journal: { learned } }: Sitting, voice: Voice) {
  const now = moment();
  const end = endOfToday(deck, learned, now);
  return cards.map(({ id, question, tags }) => {
    const key = keyOf(deck, id);
    const { memory, isLeech } = learned.cards.get(key) ?? {};
    return {
      key,
      id,
      question: plainText(told(question, voice)).replace(/\s+/g, " ").trim(),
      tags,
      standing: standingOf(key, learned, now, end),
      due: memory ? new Date(memory.due).toISOString() : null,
      comes: memory && memory.due > now.at ? render(say`in ${intervalWords(memory.due - now.at)}`, voice) : null,
      leech: isLeech === true,
    };
  });
}

function standingOf(key: string, learned: Learned, { at }: Moment, end: number): Standing {
  const { memory, isSuspended, buriedUntil } = learned.cards.get(key) ?? {};
  if (isSuspended) return "suspended";
  if ((buriedUntil ?? at) > at) return "buried";
  if (!memory) return "new";
  if (memory.phase !== "review") return "learning";
  return memory.due < end ? "due" : "later";
}
