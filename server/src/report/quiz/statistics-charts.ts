import { type Message, plural, say } from "../../core/message";
import { idOf } from "../../review/event";
import type { Statistics } from "../../review/statistics";
import { barLines, type Chart, percent, rect, text } from "./charts";

type Tell = (message: Message) => string;

/** How many cards stand where. */
export function cardsChart({ cards }: Statistics, tell: Tell): Chart {
  const names = {
    new: say`new`,
    learning: say`learning`,
    young: say`young`,
    mature: say`mature`,
    suspended: say`suspended`,
  };
  const most = Math.max(1, ...Object.values(cards));
  const lines = (Object.keys(names) as (keyof typeof names)[]).map((key) => ({
    label: tell(names[key]),
    part: cards[key] / most,
    figure: String(cards[key]),
  }));
  const about = lines.map(({ label, figure }) => `${label}: ${figure}`).join(", ");
  return { id: "cards", title: tell(say`Cards`), about, ...barLines(lines) };
}

/** The share of cards that were known when they came again; nothing is drawn where none did. */
export function retentionChart({ retention }: Statistics, tell: Tell): Chart {
  const lines = retention.map(({ days, all }) => ({
    label: tell(days === null ? say`since the beginning` : say`the last ${String(days)} days`),
    part: all.reviews ? all.known / all.reviews : 0,
    figure: all.reviews
      ? tell(say`${`${Math.round((all.known / all.reviews) * 100)} %`} of ${all.reviews}`)
      : tell(say`none came again`),
  }));
  const about = lines.map(({ label, figure }) => `${label}: ${figure}`).join(", ");
  const some = retention.some(({ all }) => all.reviews) ? lines : [];
  return { id: "known", title: tell(say`Known when they came again`), about, ...barLines(some) };
}

const barsHeight = 96;
const base = 16 + barsHeight;
const daysBetweenDates = 5;

/** The cards that come in the days ahead. */
export function forecastChart({ forecast }: Statistics, tell: Tell): Chart {
  const most = Math.max(1, ...forecast.map(({ due }) => due));
  const sum = forecast.reduce((all, { due }) => all + due, 0);
  const wide = 1 / forecast.length;
  return {
    id: "due",
    title: tell(say`Due`),
    about: tell(
      plural(
        sum,
        say`One card is due in the next ${forecast.length} days.`,
        say`${sum} cards are due in the next ${forecast.length} days.`,
      ),
    ),
    height: base + 20,
    parts: forecast.flatMap(({ date, due }, i) => {
      const tall = due ? Math.max(2, Math.round((due / most) * barsHeight)) : 1;
      const told = tell(plural(due, say`${date}: 1 card`, say`${date}: ${due} cards`));
      const middle = percent((i + 0.5) * wide);
      return [
        rect(due ? "bar" : "track", [percent((i + 0.1) * wide), base - tall, percent(0.8 * wide), tall], told),
        ...(due
          ? [text(String(due), { x: middle, y: base - tall - 4, look: `figure middle${due === most ? "" : " many"}` })]
          : []),
        ...(i % daysBetweenDates ? [] : [text(date.slice(5), { x: percent(i * wide), y: base + 15 })]),
      ];
    }),
  };
}

/** The cards that were forgotten most often; of others there is nothing to draw. */
export function hardestChart({ hardest }: Statistics, tell: Tell): Chart {
  const forgotten = hardest.filter(({ lapses }) => lapses > 0);
  const lines = forgotten.map(({ key, lapses, reps, isLeech }) => ({
    label: isLeech ? tell(say`${idOf(key)} (leech)`) : idOf(key),
    part: reps ? lapses / reps : 0,
    figure: tell(say`${lapses} of ${reps}`),
  }));
  const about = lines.map(({ label, figure }) => `${label}: ${figure}`).join(", ");
  return { id: "hardest", title: tell(say`Hardest cards`), about, ...barLines(lines) };
}
