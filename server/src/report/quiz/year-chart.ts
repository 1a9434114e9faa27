import { type Message, plural, say } from "../../core/message";
import type { Statistics } from "../../review/statistics";
import { type Chart, rect, text } from "./charts";
import { dayNames } from "./statistics-sections";

const step = 15;
const left = 2;
const top = 20;
/** Names of the days stand at the end, which is what a narrow window shows first. */
const names = 44;
/** From no review to many: a field is the larger, the more there were, so that no colour is needed. */
const sizes = [3, 5, 8, 10, 13] as const;

/** The past year by day: a column a week. */
export function yearChart({ heat }: Statistics, tell: (message: Message) => string): Chart {
  const most = Math.max(1, ...heat.map(({ reviews }) => reviews));
  const days = heat.filter(({ reviews }) => reviews).length;
  const all = heat.reduce((sum, { reviews }) => sum + reviews, 0);
  const weeks = Math.ceil(heat.length / 7);
  const legendAt = top + 7 * step + 22;
  return {
    id: "year",
    title: tell(say`Reviews by day`),
    about: tell(say`Reviews in the past year: ${all}, on ${plural(days, say`1 day`, say`${days} days`)}.`),
    width: left + weeks * step + names,
    height: legendAt + 8,
    parts: [
      ...[0, 2, 4, 6].map((day) =>
        text(tell(Object.values(dayNames)[day]!), {
          x: left + weeks * step + 6,
          y: top + day * step + 11,
        }),
      ),
      ...monthsOf(heat),
      ...heat.map(({ date, reviews }, i) => {
        const told = plural(reviews, say`${date}: 1 review`, say`${date}: ${reviews} reviews`);
        return field(level(reviews, most), left + Math.floor(i / 7) * step, top + (i % 7) * step, tell(told));
      }),
      ...legend(most, legendAt, left + weeks * step),
    ],
  };
}

const level = (reviews: number, most: number): number => (reviews ? Math.ceil((reviews / most) * 4) : 0);

function field(of: number, x: number, y: number, told?: string): string {
  const size = sizes[of]!;
  const inset = (step - 2 - size) / 2;
  return rect(`day d${of}`, [x + inset, y + inset, size, size], told);
}

function monthsOf(heat: Statistics["heat"]): readonly string[] {
  const starts = heat.flatMap(({ date }, i) => (date.endsWith("-01") ? [{ date, week: Math.floor(i / 7) }] : []));
  return starts.map(({ date, week }) => text(date.slice(0, 7), { x: left + week * step, y: 12 }));
}

/** The numbers of reviews that a field of each size stands for, up to `end`. */
function legend(most: number, y: number, end: number): readonly string[] {
  const each = sizes.flatMap((_, of) => {
    const [from, to] = of ? [Math.floor(((of - 1) * most) / 4) + 1, Math.floor((of * most) / 4)] : [0, 0];
    if (from > to) return [];
    const words = from === to ? String(from) : `${from}–${to}`;
    return [{ of, words, wide: step + 22 + words.length * 8 }];
  });
  let x = end - each.reduce((sum, { wide }) => sum + wide, 0);
  return each.flatMap(({ of, words, wide }) => {
    const at = x;
    x += wide;
    return [field(of, at, y - 11), text(words, { x: at + step + 3, y })];
  });
}
