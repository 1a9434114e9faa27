import { dayLength, type Zone } from "../review/day";
import type { Event, Fact } from "../review/event";
import { type Journal, lastOf } from "../review/journal";
import { type Askable, endOfToday, type Moment, type Queue, queueOf } from "../review/queue";
import type { Asked } from "./decks";

/** The cards that are asked, and what is known of them. */
export interface Sitting {
  readonly decks: readonly Asked[];
  readonly cards: readonly Askable[];
  readonly journal: Journal;
}

/** As the clock on the wall of this machine goes. */
const here: Zone = (at) => -new Date(at).getTimezoneOffset();

export const moment = (): Moment => ({ at: Date.now(), zone: here });

/** `first` is the card that is asked before any other, as long as it is to be asked at all. */
export function queueIn({ cards, journal }: Sitting, first?: unknown): Queue {
  const now = moment();
  const queue = queueOf(cards, journal.learned, now);
  const wanted = cards.find(({ key }) => key === first);
  const { next } = wanted ? queueOf([wanted], journal.learned, now) : {};
  return next ? { ...queue, next } : queue;
}

/** When other cards are due than now, though nobody does anything: one is to be repeated, or a day begins. */
export function nextChange({ cards, decks, journal: { learned } }: Sitting): number {
  const now = moment();
  const days = decks.map(({ id }) => endOfToday(id, learned, now));
  const waiting = cards.flatMap(({ key }) => learned.cards.get(key)?.memory?.due ?? []);
  return Math.min(now.at + dayLength, ...days, ...waiting.filter((due) => due > now.at));
}

/** Puts a card off until tomorrow. */
export const buried = ({ key, deck }: Askable, { journal }: Sitting): Fact => ({
  kind: "bury",
  card: key,
  until: endOfToday(deck, journal.learned, moment()),
});

/** Takes back what was done last: of the events that `mine` tells. Nothing where there is none. */
export async function undo({ journal }: Sitting, mine: (id: string) => boolean): Promise<Event | undefined> {
  const last = lastOf(journal.entries, mine);
  if (last) await journal.record({ kind: "undo", of: last.id });
  return last;
}
