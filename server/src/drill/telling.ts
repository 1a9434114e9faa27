import { type Message, plural, say } from "../core/message";
import { type Fact, type Grade, grades, idOf } from "../review/event";
import { intervalWords } from "../review/interval";
import type { Journal } from "../review/journal";
import type { Askable, Counts, Queue } from "../review/queue";
import { offered } from "../review/schedule";
import { moment, type Sitting } from "./sitting";

export const gradeNames: { readonly [G in Grade]: Message } = {
  1: say`Again`,
  2: say`Hard`,
  3: say`Good`,
  4: say`Easy`,
};

export const countsParts = (counts: Counts): readonly Message[] => [
  say`${counts.due} due`,
  say`${counts.learning} learning`,
  say`${counts.new} new`,
];

/** When the card would come again after each of the four answers. */
export function intervals({ key, deck }: Askable, { journal }: Sitting) {
  const { at } = moment();
  const { memory } = journal.learned.cards.get(key) ?? {};
  const after = offered(key, memory, at, journal.learned.optionsOf(deck));
  return grades.map((grade) => ({ grade, due: after[grade].due, in: intervalWords(after[grade].due - at) }));
}

/** How many cards the limits of the day keep back, where nothing else is left. */
export const heldIn = ({ again, heldBack }: Queue): number => (again === undefined ? heldBack.new + heldBack.due : 0);

/** Why there is no next card. */
export function nothingLeft(queue: Queue): Message {
  if (queue.again !== undefined)
    return say`Nothing is due now; the next card comes in ${intervalWords(queue.again - moment().at)}.`;
  const held = heldIn(queue);
  return held
    ? plural(
        held,
        say`Done for today. The limits of a day hold back 1 card.`,
        say`Done for today. The limits of a day hold back ${held} cards.`,
      )
    : say`Nothing is due today.`;
}

/** What was done, as it is said to whoever did it. */
export function doneMessage(fact: Fact, { learned }: Journal): Message {
  switch (fact.kind) {
    case "review": {
      const { memory, isLeech, isSuspended } = learned.cards.get(fact.card)!;
      const name = gradeNames[fact.grade];
      if (isLeech && isSuspended)
        return say`${name}: ${idOf(fact.card)} was forgotten ${memory!.lapses} times and is a leech now; it is no longer asked`;
      return say`${name}: ${idOf(fact.card)} comes again in ${intervalWords(memory!.due - memory!.last)}`;
    }
    case "bury":
      return say`${idOf(fact.card)} is put off until tomorrow`;
    case "suspend":
      return say`${idOf(fact.card)} is no longer asked`;
    case "unsuspend":
      return say`${idOf(fact.card)} is asked again`;
    case "reset":
      return say`${idOf(fact.card)} is new again`;
    case "options":
      return fact.deck === undefined ? say`chosen for all decks` : say`chosen for ${fact.deck}`;
    case "undo":
      return say`taken back`;
  }
}
