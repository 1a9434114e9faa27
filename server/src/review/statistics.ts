import { dateOf, dayOf, startOf, weekdayOf } from "./day";
import { deckOf } from "./event";
import type { Answer, Learned } from "./fold";
import type { Askable, Moment } from "./queue";
import { recallOf } from "./schedule";

/** Reviews of cards that had been learned, and how many of them were known: what is forgotten while learning does not count. */
export interface Retention {
  readonly reviews: number;
  readonly known: number;
}

export interface Hard {
  readonly key: string;
  readonly reps: number;
  readonly lapses: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  /** The chance that it is known now. */
  readonly recall: number;
  readonly isLeech: boolean;
  readonly isSuspended: boolean;
}

/** What was learned, in figures. Dates are those of days that begin at the hour of the option. */
export interface Statistics {
  readonly today: string;
  readonly reviews: number;
  /** Days in a row with a review, to today or yesterday. */
  readonly streak: number;
  readonly cards: { readonly [K in "new" | "learning" | "young" | "mature" | "suspended"]: number };
  /** Of the last so many days, today among them; null stands for all. */
  readonly retention: readonly ({ readonly days: number | null } & {
    readonly [K in "all" | "young" | "mature"]: Retention;
  })[];
  /** By day from today on; today has what is overdue too. */
  readonly forecast: readonly { readonly date: string; readonly due: number }[];
  /** By day up to today, from a Monday on. */
  readonly heat: readonly { readonly date: string; readonly reviews: number }[];
  readonly hardest: readonly Hard[];
  /** Milliseconds. One answer counts for a minute at most: who takes longer has left. */
  readonly time: { readonly total: number; readonly timed: number; readonly days: number };
}

const longest = 60_000;
/** Days after which a card comes again at the earliest, if it is called mature. */
const matureFrom = 21;
const windows = [7, 30, 90, 365, null] as const;
const forecastDays = 30;
const weeks = 53;
const mostHard = 10;

/** The figures of some cards at a moment. */
export function statisticsOf(cards: readonly Askable[], learned: Learned, { at, zone }: Moment): Statistics {
  const { dayStartsAt } = learned.optionsOf("");
  const dayAt = (moment: number): number => dayOf(moment, zone, dayStartsAt);
  const today = dayAt(at);
  const keys = new Set(cards.map(({ key }) => key));
  const answers = learned.answers.filter(({ key }) => keys.has(key));
  const byDay = new Map<number, number>();
  for (const answer of answers) byDay.set(dayAt(answer.at), (byDay.get(dayAt(answer.at)) ?? 0) + 1);
  const firstOfHeat = today - weekdayOf(today) - (weeks - 1) * 7;
  return {
    today: dateOf(today),
    reviews: answers.length,
    streak: streakOf(byDay, today),
    cards: countsOf(cards, learned),
    retention: windows.map((days) => {
      const from = days === null ? Number.NEGATIVE_INFINITY : startOf(today - days + 1, zone, dayStartsAt);
      return { days, ...retentionOf(answers.filter((answer) => answer.at >= from)) };
    }),
    forecast: forecastOf(cards, learned, today, dayAt),
    heat: range(today - firstOfHeat + 1).map((i) => ({
      date: dateOf(firstOfHeat + i),
      reviews: byDay.get(firstOfHeat + i) ?? 0,
    })),
    hardest: hardestOf(cards, learned, at),
    time: timeOf(answers, byDay.size),
  };
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

function streakOf(byDay: ReadonlyMap<number, number>, today: number): number {
  let day = byDay.has(today) ? today : today - 1;
  const last = day;
  while (byDay.has(day)) day--;
  return last - day;
}

function countsOf(cards: readonly Askable[], learned: Learned): Statistics["cards"] {
  const counts = { new: 0, learning: 0, young: 0, mature: 0, suspended: 0 };
  for (const { key } of cards) {
    const { memory, isSuspended } = learned.cards.get(key) ?? {};
    if (isSuspended) counts.suspended++;
    else if (!memory) counts.new++;
    else if (memory.phase !== "review") counts.learning++;
    else counts[memory.days < matureFrom ? "young" : "mature"]++;
  }
  return counts;
}

function retentionOf(answers: readonly Answer[]) {
  const counted = answers.filter(({ phase }) => phase === "review");
  const of = (some: readonly Answer[]): Retention => ({
    reviews: some.length,
    known: some.filter(({ grade }) => grade > 1).length,
  });
  return {
    all: of(counted),
    young: of(counted.filter(({ days }) => days < matureFrom)),
    mature: of(counted.filter(({ days }) => days >= matureFrom)),
  };
}

function forecastOf(cards: readonly Askable[], learned: Learned, today: number, dayAt: (at: number) => number) {
  const due = range(forecastDays).map(() => 0);
  for (const { key } of cards) {
    const { memory, isSuspended } = learned.cards.get(key) ?? {};
    if (!memory || isSuspended) continue;
    const day = Math.max(0, dayAt(memory.due) - today);
    if (day < forecastDays) due[day]!++;
  }
  return due.map((count, i) => ({ date: dateOf(today + i), due: count }));
}

/** Those that were forgotten most often, and of equal ones those that are the most difficult. */
function hardestOf(cards: readonly Askable[], learned: Learned, at: number): readonly Hard[] {
  const all = cards.flatMap(({ key }) => {
    const { memory, isLeech, isSuspended } = learned.cards.get(key) ?? {};
    if (!memory) return [];
    const { reps, lapses, difficulty } = memory;
    const recall = recallOf(memory, at, learned.optionsOf(deckOf(key)));
    return [{ key, reps, lapses, difficulty, recall, isLeech: isLeech === true, isSuspended: isSuspended === true }];
  });
  return all.sort((a, b) => b.lapses - a.lapses || b.difficulty - a.difficulty).slice(0, mostHard);
}

function timeOf(answers: readonly Answer[], days: number): Statistics["time"] {
  const timed = answers.flatMap(({ took }) => (took === undefined ? [] : [Math.min(took, longest)]));
  return { total: timed.reduce((sum, one) => sum + one, 0), timed: timed.length, days };
}
