import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { statisticsPage } from "../../server/src/report/quiz/statistics-page";
import { statisticsSvg } from "../../server/src/report/quiz/statistics-svg";
import { statisticsMarkdown, statisticsText } from "../../server/src/report/quiz/statistics-text";
import { keyOf } from "../../server/src/review/event";
import { learned } from "../../server/src/review/fold";
import { statisticsOf } from "../../server/src/review/statistics";
import { xmlFault } from "../support/graph-grammars";
import { day, entry, minute, noon, review, told } from "../support/reviews";

const zone = () => 0;
const cards = ["a", "b", "c", "d", "new"].map((id) => ({ key: keyOf("d", id), deck: "d" }));
const log = told([
  [0, { kind: "options", set: { fuzz: false, learningSteps: [], relearningSteps: [] } }],
  [0, { kind: "review", card: "d/a", grade: 3, took: 4_000 }],
  [0, { kind: "review", card: "d/b", grade: 3, took: 3_600_000 }],
  [0, review("d/c", 4)],
  [0, review("elsewhere/x", 1)],
  [2 * day, review("d/a", 1)],
  [day, review("d/b", 3)],
  [day, review("d/c", 3)],
  [0, { kind: "suspend", card: "d/c" }],
]);
const at = noon + 4 * day + minute;
const statistics = statisticsOf(cards, learned(log), { at, zone });

describe("statistics", () => {
  it("count what was known when it came again, and no first answers, other decks or what was taken back", () => {
    const [week] = statistics.retention;
    assert.deepEqual(week!.all, { reviews: 3, known: 2 });
    assert.deepEqual(week!.young, { reviews: 3, known: 2 });
    assert.deepEqual(week!.mature, { reviews: 0, known: 0 });
    assert.equal(statistics.reviews, 6);
    const back = [...log, entry(10, at, { kind: "undo", of: "desk-7" })];
    assert.deepEqual(statisticsOf(cards, learned(back), { at, zone }).retention[0]!.all, { reviews: 2, known: 1 });
  });

  it("look only at the days that are asked for", () => {
    const later = statisticsOf(cards, learned(log), { at: at + 10 * day, zone });
    assert.deepEqual(
      later.retention.map(({ days, all }) => [days, all.reviews]),
      [
        [7, 0],
        [30, 3],
        [90, 3],
        [365, 3],
        [null, 3],
      ],
    );
  });

  it("tell each card by its state, and days in a row", () => {
    assert.deepEqual(statistics.cards, { new: 2, learning: 0, young: 2, mature: 0, suspended: 1 });
    assert.equal(statistics.streak, 3);
    assert.equal(statisticsOf(cards, learned(log), { at: at + day, zone }).streak, 3);
    assert.equal(statisticsOf(cards, learned(log), { at: at + 2 * day, zone }).streak, 0);
  });

  it("foretell what is due by day, what is overdue today, nothing that is suspended", () => {
    const due = (moment: number) =>
      statisticsOf(cards, learned(log), { at: moment, zone }).forecast.filter(({ due }) => due > 0);
    const all = [...learned(log).cards].filter(([key]) => key !== "d/c" && key.startsWith("d/"));
    const days = all.map(([, { memory }]) => Math.max(memory!.due, at)).sort((a, b) => a - b);
    assert.deepEqual(
      due(at).flatMap(({ date, due }) => Array.from({ length: due }, () => date)),
      days.map((one) => new Date(one).toISOString().slice(0, 10)),
    );
    assert.deepEqual(
      due(at + 100 * day).map(({ due }) => due),
      [2],
    );
  });

  it("map a year of days from a Monday to today", () => {
    const { heat, today } = statistics;
    assert.equal(heat.at(-1)!.date, today);
    assert.equal(new Date(heat[0]!.date).getUTCDay(), 1);
    assert.ok(heat.length > 52 * 7 && heat.length <= 53 * 7);
    assert.deepEqual(
      heat.filter(({ reviews }) => reviews).map(({ date, reviews }) => [date, reviews]),
      [
        ["2026-03-01", 3],
        ["2026-03-03", 1],
        ["2026-03-04", 1],
        ["2026-03-05", 1],
      ],
    );
  });

  it("name the hardest cards first, and count an answer for a minute at most", () => {
    assert.deepEqual([statistics.hardest[0]!.key, statistics.hardest[0]!.lapses], ["d/a", 1]);
    assert.deepEqual(statistics.time, { total: 64_000, timed: 2, days: 4 });
  });

  it("are told as text, as Markdown, and as a picture whose figures can be read", () => {
    const text = statisticsText(statistics);
    assert.match(text, /^6 reviews, 3 days in a row, 1 min spent\n/);
    assert.match(text, /\n {2}7 +67 % +3 +67 % +–\n/);
    const markdown = statisticsMarkdown(statistics);
    assert.match(markdown, /\n\| 7 \| 67 % \| 3 \| 67 % \| – \|\n/);
    assert.equal(markdown.match(/^\| 20\d\d-\d\d-\d\d(?: \| \d*){7} \|$/gm)!.length, 53);
    const picture = statisticsSvg(statistics);
    assert.match(picture, /role="img" aria-labelledby="quiz-title quiz-about"/);
    assert.match(
      picture,
      /<desc id="quiz-about">6 reviews, 3 days in a row, 1 min spent\. 2 cards are due in the next 30 days\.<\/desc>/,
    );
    assert.match(picture, /<title>2026-03-01: 3 reviews<\/title>/);
    const opened = picture.match(/<[a-z]+\b[^>]*(?<!\/)>/g)!.length;
    assert.equal(opened, picture.match(/<\/[a-z]+>/g)!.length);
  });

  it("of nothing are sound", () => {
    const none = statisticsOf([], learned([]), { at, zone });
    for (const told of [statisticsText(none), statisticsMarkdown(none), statisticsSvg(none)])
      assert.doesNotMatch(told, /NaN|Infinity|undefined/);
  });
});

describe("statistics as a page", () => {
  const html = statisticsPage(statistics);
  const svgs = [...html.matchAll(/<svg[\s\S]*?<\/svg>/g)].map(([svg]) => svg);

  it("is well formed, and every picture has a title and says what it shows", () => {
    assert.equal(xmlFault(`<main>${html}</main>`), undefined);
    assert.equal(svgs.length, 5);
    for (const svg of svgs) {
      const [, title, about] = /aria-labelledby="([\w-]+) ([\w-]+)"/.exec(svg)!;
      assert.match(svg, new RegExp(`<title id="${title}">[^<]+</title><desc id="${about}">[^<]+</desc>`));
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("has no colour of its own, no script and nothing that is fetched", () => {
    assert.doesNotMatch(html, /#[0-9a-f]{3,8}\b|fill=|style|<script|url\(|href/i);
  });

  it("tells in tables what it draws", () => {
    const numbers = (text: string) => text.match(/\d+ %/g);
    const [known, , , hardest] = svgs as [string, string, string, string];
    assert.deepEqual(numbers(known.replace(/<desc[\s\S]*?<\/desc>/, "")), ["67 %", "67 %", "67 %", "67 %", "67 %"]);
    assert.match(html, /<th scope="row">7<\/th><td>67 %<\/td><td>3<\/td>/);
    for (const { key, lapses } of statistics.hardest) {
      assert.equal(hardest.includes(`>${key.slice(2)}<`), lapses > 0, "only what was forgotten is drawn");
      assert.ok(html.includes(`<th scope="row">${key.slice(2)}</th>`));
    }
    assert.equal(html.match(/<table>/g)?.length, 6);
    assert.equal(svgs[2]!.match(/class="day d[0-4]"[^>]*><title>/g)?.length, statistics.heat.length);
  });

  it("says so where nothing was reviewed, and shows the cards that there are", () => {
    const none = statisticsPage(statisticsOf(cards, learned([]), { at, zone }));
    assert.equal(xmlFault(`<main>${none}</main>`), undefined);
    assert.match(none, /Nothing was reviewed yet/);
    assert.match(none, />new<\/text><text class="figure end"[^>]*>5<\/text>/);
  });
});
