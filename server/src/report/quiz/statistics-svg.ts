import { type Message, plural, render, say } from "../../core/message";
import { english, type Voice } from "../../core/voice";
import type { Statistics } from "../../review/statistics";
import { xml } from "../export/svg-text";
import { headline } from "./statistics-sections";

const margin = 16;
const cell = 12;
const gap = 2;
const barsTop = 190;
const barsHeight = 90;
const height = barsTop + barsHeight + 44;

/** By day and by night, from no review to many. */
const shades = {
  day: ["#e2e8f0", "#bfdbfe", "#60a5fa", "#2563eb", "#1e3a8a"],
  night: ["#27303f", "#1e3a5f", "#2563eb", "#60a5fa", "#bfdbfe"],
} as const;

/**
 * The past year by day, and the cards that are due in the days to come. The picture stands by itself: no script, no
 * font, nothing that is fetched. Each field tells its figures; as a table they are in the text of the statistics.
 */
export function statisticsSvg(statistics: Statistics, voice: Voice = english): string {
  const tell = (message: Message): string => render(message, voice);
  const { heat, forecast } = statistics;
  const width = margin * 2 + Math.ceil(heat.length / 7) * (cell + gap);
  const due = forecast.reduce((sum, one) => sum + one.due, 0);
  const about = say`${headline(statistics)}. ${plural(
    due,
    say`One card is due in the next ${forecast.length} days.`,
    say`${due} cards are due in the next ${forecast.length} days.`,
  )}`;
  const style = (colours: readonly string[]): string => colours.map((colour, i) => `.s${i}{fill:${colour}}`).join("");
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="quiz-title quiz-about">`,
    `<title id="quiz-title">${xml(tell(say`What you have learned`))}</title>`,
    `<desc id="quiz-about">${xml(tell(about))}</desc>`,
    `<style>text{font-family:system-ui,sans-serif;font-size:12px;fill:#0f172a}.page{fill:#ffffff}.head{font-weight:600}${style(shades.day)}@media (prefers-color-scheme:dark){text{fill:#f1f5f9}.page{fill:#0d1117}${style(shades.night)}}</style>`,
    `<rect class="page" width="${width}" height="${height}"/>`,
    `<text class="head" x="${margin}" y="26">${xml(tell(say`Reviews by day`))}</text>`,
    ...heatOf(heat, tell),
    `<text class="head" x="${margin}" y="${barsTop - 14}">${xml(tell(say`Due`))}</text>`,
    ...barsOf(forecast, width, tell),
    "</svg>",
  ].join("\n")}\n`;
}

type Tell = (message: Message) => string;

function heatOf(heat: Statistics["heat"], tell: Tell): readonly string[] {
  const most = Math.max(1, ...heat.map(({ reviews }) => reviews));
  return heat.map(({ date, reviews }, i) => {
    const [x, y] = [margin + Math.floor(i / 7) * (cell + gap), 38 + (i % 7) * (cell + gap)];
    const shade = reviews ? Math.ceil((reviews / most) * 4) : 0;
    const told = plural(reviews, say`${date}: 1 review`, say`${date}: ${reviews} reviews`);
    return field(`s${shade}`, [x, y, cell, cell], tell(told));
  });
}

function barsOf(forecast: Statistics["forecast"], width: number, tell: Tell): readonly string[] {
  const most = Math.max(1, ...forecast.map(({ due }) => due));
  const step = Math.floor((width - 2 * margin) / forecast.length);
  const base = barsTop + barsHeight;
  const bars = forecast.flatMap(({ date, due }, i) => {
    const tall = Math.max(1, Math.round((due / most) * (barsHeight - 14)));
    const x = margin + i * step;
    const told = plural(due, say`${date}: 1 card`, say`${date}: ${due} cards`);
    const figure = due
      ? [`<text x="${x + step / 2 - 1}" y="${base - tall - 3}" text-anchor="middle">${due}</text>`]
      : [];
    return [field(due ? "s3" : "s0", [x, base - tall, step - 2, tall], tell(told)), ...figure];
  });
  const [first, last] = [forecast[0]!, forecast.at(-1)!];
  return [
    ...bars,
    `<text x="${margin}" y="${base + 18}">${first.date}</text>`,
    `<text x="${margin + forecast.length * step}" y="${base + 18}" text-anchor="end">${last.date}</text>`,
  ];
}

const field = (look: string, [x, y, wide, tall]: readonly [number, number, number, number], told: string): string =>
  `<rect class="${look}" x="${x}" y="${y}" width="${wide}" height="${tall}" rx="2"><title>${xml(told)}</title></rect>`;
