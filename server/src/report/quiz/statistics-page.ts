import { type Message, render, say } from "../../core/message";
import { english, type Voice } from "../../core/voice";
import type { Statistics } from "../../review/statistics";
import { xml } from "../export/svg-text";
import { type Chart, svgOf } from "./charts";
import { cardsChart, forecastChart, hardestChart, retentionChart } from "./statistics-charts";
import { headline, type Section, sectionsOf } from "./statistics-sections";
import { yearChart } from "./year-chart";

const allWeeks = 53;

/**
 * The figures as what stands in the body of a page: each as a picture and as a table. The page says how the classes look:
 * `chart`, `bar`, `track`, `day d0` to `d4`, `figure`, `wide` for what is scrolled, `newest` where the end of that is to be seen first, `empty`.
 */
export function statisticsPage(statistics: Statistics, voice: Voice = english): string {
  const tell = (message: Message): string => render(message, voice);
  const [cards, known, due, byDay, hardest, time] = sectionsOf(statistics, allWeeks, voice) as [
    Section,
    Section,
    Section,
    Section,
    Section,
    Section,
  ];
  const figures = tell(say`The figures as a table`);
  const heading = `<h1>${xml(tell(say`What you have learned`))}</h1>`;
  if (!statistics.reviews) {
    const empty = tell(
      say`Nothing was reviewed yet. As soon as you review cards, this page shows what you know of them.`,
    );
    return [heading, `<p class="empty">${xml(empty)}</p>`, part(cards, figures, cardsChart(statistics, tell))].join(
      "\n",
    );
  }
  return [
    heading,
    `<p class="headline">${xml(tell(headline(statistics)))}</p>`,
    part(
      known,
      figures,
      retentionChart(statistics, tell),
      say`Answers to cards that are still being learned do not count.`,
    ),
    part(due, figures, forecastChart(statistics, tell)),
    part(byDay, figures, yearChart(statistics, tell)),
    part(
      hardest,
      figures,
      hardestChart(statistics, tell),
      say`How often they were forgotten, of how often they were asked.`,
    ),
    part(cards, figures, cardsChart(statistics, tell)),
    part(time, figures),
  ].join("\n");

  function part(section: Section, summary: string, chart?: Chart, note?: Message): string {
    const { title, rows, empty } = section;
    const table = tableOf(section);
    const drawn = chart?.parts.length ? figureOf(chart) : `<p class="empty">${xml(empty)}</p>`;
    const inside = !rows.length
      ? [`<p class="empty">${xml(empty)}</p>`]
      : chart
        ? [drawn, `<details><summary>${xml(summary)}</summary>${table}</details>`]
        : [table];
    const told = note && chart?.parts.length ? [`<p class="note">${xml(tell(note))}</p>`] : [];
    return [`<section>`, `<h2>${xml(title)}</h2>`, ...told, ...inside, "</section>"].join("");
  }
}

/** What is wider than a narrow window is scrolled, also by keys. */
const figureOf = (chart: Chart): string =>
  chart.width === undefined
    ? svgOf(chart)
    : `<div class="wide newest" role="group" tabindex="0" aria-label="${xml(chart.title)}">${svgOf(chart)}</div>`;

function tableOf({ title, columns, rows }: Section): string {
  const head = columns.map((column) => `<th scope="col">${xml(column)}</th>`).join("");
  const body = rows.map((row) => {
    const cells = row.map((cell, i) => (i ? `<td>${xml(cell)}</td>` : `<th scope="row">${xml(cell)}</th>`));
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div class="wide" role="group" tabindex="0" aria-label="${xml(title)}"><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}
