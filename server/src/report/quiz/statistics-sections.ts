import { type Message, plural, render, say } from "../../core/message";
import { english, type Voice } from "../../core/voice";
import { idOf } from "../../review/event";
import type { Retention, Statistics } from "../../review/statistics";

/** A table of figures under a heading. The first column is text, all others are numbers. */
export interface Section {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What is said where there are no rows. */
  readonly empty: string;
}

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
export const dayNames: { readonly [D in (typeof days)[number]]: Message } = {
  Mon: say`Mon`,
  Tue: say`Tue`,
  Wed: say`Wed`,
  Thu: say`Thu`,
  Fri: say`Fri`,
  Sat: say`Sat`,
  Sun: say`Sun`,
};

/** What the statistics say in one line. */
export const headline = ({ reviews, streak, time }: Statistics): Message => {
  const answers = plural(reviews, say`1 review`, say`${reviews} reviews`);
  const row = plural(streak, say`1 day in a row`, say`${streak} days in a row`);
  return time.timed ? say`${answers}, ${row}, ${spent(time.total)} spent` : say`${answers}, ${row}`;
};

const minute = 60_000;

/** Never in days, which would be read as days of learning. */
function spent(milliseconds: number): Message {
  if (milliseconds < minute) return say`${String(Math.round(milliseconds / 1000))} s`;
  const minutes = Math.round(milliseconds / minute);
  return minutes < 60 ? say`${String(minutes)} min` : say`${String(Math.round(minutes / 60))} h`;
}

/** The figures as tables; `weeks` of the days of the past. */
export function sectionsOf(statistics: Statistics, weeks: number, voice: Voice = english): readonly Section[] {
  const tell = (message: Message): string => render(message, voice);
  const { cards, retention, forecast, heat, hardest, time } = statistics;
  const nothing = tell(say`nothing yet`);
  const section = (title: Message, columns: readonly Message[], rows: readonly (readonly string[])[]): Section => ({
    title: tell(title),
    columns: columns.map(tell),
    rows,
    empty: nothing,
  });
  const last = heat.length - (heat.length % 7 || 7) - (weeks - 1) * 7;
  const shown = heat.slice(Math.max(0, last));
  return [
    section(
      say`Cards`,
      [say`state`, say`cards`],
      [
        [tell(say`new`), String(cards.new)],
        [tell(say`learning`), String(cards.learning)],
        [tell(say`young`), String(cards.young)],
        [tell(say`mature`), String(cards.mature)],
        [tell(say`suspended`), String(cards.suspended)],
      ],
    ),
    section(
      say`Known when they came again`,
      [say`days`, say`all`, say`reviews`, say`young`, say`mature`],
      retention.map(({ days, all, young, mature }) => [
        days === null ? tell(say`all`) : String(days),
        share(all),
        String(all.reviews),
        share(young),
        share(mature),
      ]),
    ),
    section(
      say`Due`,
      [say`day`, say`cards`],
      forecast.filter(({ due }, i) => i < 7 || due > 0).map(({ date, due }) => [date, String(due)]),
    ),
    section(
      say`Reviews by day`,
      [say`week from`, ...days.map((day) => dayNames[day])],
      Array.from({ length: Math.ceil(shown.length / 7) }, (_, week) => {
        const its = shown.slice(week * 7, week * 7 + 7);
        return [its[0]!.date, ...days.map((_, i) => (its[i] ? String(its[i]!.reviews) : ""))];
      }),
    ),
    section(
      say`Hardest cards`,
      [say`card`, say`forgotten`, say`asked`, say`difficulty`, say`known now`],
      hardest.map(({ key, lapses, reps, difficulty, recall, isLeech }) => [
        isLeech ? tell(say`${idOf(key)} (leech)`) : idOf(key),
        String(lapses),
        String(reps),
        difficulty.toFixed(1),
        percent(recall),
      ]),
    ),
    section(
      say`Time`,
      [say`time`, say`spent`],
      time.timed
        ? [
            [tell(say`in all`), tell(spent(time.total))],
            [tell(say`a day with reviews`), tell(spent(time.total / Math.max(1, time.days)))],
            [tell(say`a card`), tell(spent(time.total / time.timed))],
          ]
        : [],
    ),
  ];
}

const percent = (part: number): string => `${Math.round(part * 100)} %`;
const share = ({ reviews, known }: Retention): string => (reviews ? percent(known / reviews) : "–");
