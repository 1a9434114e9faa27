import { dayOf, startOf, type Zone } from "./day";
import type { Learned, Progress } from "./fold";
import { type Memory, recallOf } from "./schedule";

/** A card that may be asked. */
export interface Askable {
  readonly key: string;
  readonly deck: string;
}

export interface Moment {
  readonly at: number;
  readonly zone: Zone;
}

/** How many cards are left for today. */
export interface Counts {
  readonly new: number;
  /** Of cards that are being learned, those that come again today too. */
  readonly learning: number;
  readonly due: number;
}

export interface Queue {
  /** Nothing where none is left for now. */
  readonly next?: Askable;
  readonly counts: Counts;
  /** When a card that is being learned comes again, where none is to be asked now. */
  readonly again?: number;
  /** What the limits of today keep back. */
  readonly heldBack: { readonly new: number; readonly due: number };
}

/** A card that is being learned is asked so much earlier where nothing else is left. */
const ahead = 20 * 60_000;

interface Waiting {
  readonly card: Askable;
  readonly memory: Memory;
}

/** What is to be asked at a moment, of cards in the order of their decks. Nothing is remembered and nothing is drawn by lot. */
export function queueOf(cards: readonly Askable[], learned: Learned, moment: Moment): Queue {
  const { at } = moment;
  const fresh: Askable[] = [];
  const learning: Waiting[] = [];
  const due: Waiting[] = [];
  const ends = new Map<string, number>();
  const endOf = (deck: string): number => {
    const end = ends.get(deck) ?? endOfToday(deck, learned, moment);
    ends.set(deck, end);
    return end;
  };
  for (const card of cards) {
    const progress = learned.cards.get(card.key);
    if (isKept(progress, at)) continue;
    const memory = progress?.memory;
    if (!memory) fresh.push(card);
    else if (memory.due >= endOf(card.deck)) continue;
    else if (memory.phase === "review") due.push({ card, memory });
    else learning.push({ card, memory });
  }
  const today = new Map(
    [...new Set(cards.map(({ deck }) => deck))].map((deck) => [deck, doneToday(deck, learned, moment)]),
  );
  const byUrgency = byRecall(due, learned, at);
  const newOnes = within(fresh, ({ deck }) => learned.optionsOf(deck).newPerDay - (today.get(deck)?.new ?? 0));
  const dueOnes = within(byUrgency, ({ deck }) => learned.optionsOf(deck).reviewsPerDay - (today.get(deck)?.due ?? 0));
  learning.sort((a, b) => a.memory.due - b.memory.due);

  const done = {
    new: sum([...today.values()].map((one) => one.new)),
    due: sum([...today.values()].map((one) => one.due)),
  };
  const soonest = learning[0];
  const next =
    soonest && soonest.memory.due <= at
      ? soonest.card
      : (mixed(newOnes, dueOnes, done) ?? (soonest && soonest.memory.due <= at + ahead ? soonest.card : undefined));
  return {
    ...(next && { next }),
    counts: { new: newOnes.length, learning: learning.length, due: dueOnes.length },
    ...(!next && soonest && { again: soonest.memory.due }),
    heldBack: { new: fresh.length - newOnes.length, due: due.length - dueOnes.length },
  };
}

const isKept = (progress: Progress | undefined, at: number): boolean =>
  progress?.isSuspended === true || (progress?.buriedUntil ?? at) > at;

/** The cards that are least known first. */
function byRecall(due: readonly Waiting[], learned: Learned, at: number): readonly Askable[] {
  return due
    .map(({ card, memory }) => ({ card, memory, recall: recallOf(memory, at, learned.optionsOf(card.deck)) }))
    .sort((a, b) => a.recall - b.recall || a.memory.due - b.memory.due)
    .map(({ card }) => card);
}

/** As many of each deck as are left for today. */
function within(cards: readonly Askable[], leftOf: (card: Askable) => number): readonly Askable[] {
  const left = new Map<string, number>();
  return cards.filter((card) => {
    const rest = left.get(card.deck) ?? leftOf(card);
    left.set(card.deck, rest - 1);
    return rest > 0;
  });
}

/** New cards are spread evenly among those that are due, over what is done of both and what is left. */
function mixed(fresh: readonly Askable[], due: readonly Askable[], done: { new: number; due: number }) {
  const [newOne, dueOne] = [fresh[0], due[0]];
  if (!newOne || !dueOne) return newOne ?? dueOne;
  return done.new / (done.new + fresh.length) < done.due / (done.due + due.length) ? newOne : dueOne;
}

/** What was asked of a deck since its day began. */
function doneToday(deck: string, { answers, optionsOf }: Learned, { at, zone }: Moment) {
  const { dayStartsAt } = optionsOf(deck);
  const from = startOf(dayOf(at, zone, dayStartsAt), zone, dayStartsAt);
  const done = { new: 0, due: 0 };
  for (let i = answers.length - 1; i >= 0 && answers[i]!.at >= from; i--) {
    const { key, phase } = answers[i]!;
    if (!key.startsWith(`${deck}/`)) continue;
    if (phase === "new") done.new++;
    else if (phase === "review") done.due++;
  }
  return done;
}

/** When the day of a deck ends: cards are buried until then, and what is due before is due today. */
export function endOfToday(deck: string, { optionsOf }: Learned, { at, zone }: Moment): number {
  const { dayStartsAt } = optionsOf(deck);
  return startOf(dayOf(at, zone, dayStartsAt) + 1, zone, dayStartsAt);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
