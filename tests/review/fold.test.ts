import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dateOf, dayOf, startOf, weekdayOf } from "../../server/src/review/day";
import { type Entry, type Fact, keyOf } from "../../server/src/review/event";
import { learned } from "../../server/src/review/fold";
import { endOfToday, queueOf } from "../../server/src/review/queue";
import { day, entry, minute, noon, review, told } from "../support/reviews";

const zone = () => 0;
const askable = (...ids: readonly string[]) => ids.map((id) => ({ key: keyOf("d", id), deck: "d" }));
const next = (entries: readonly Entry[], cards: readonly string[], at: number) =>
  queueOf(askable(...cards), learned(entries), { at, zone });
const set = (options: Extract<Fact, { kind: "options" }>["set"], deck?: string): Fact => ({
  kind: "options",
  ...(deck !== undefined && { deck }),
  set: options,
});

describe("options", () => {
  it("of a deck come before those of all decks, and can be taken back", () => {
    const options = (facts: readonly Fact[], deck: string) =>
      learned(told(facts.map((fact) => [minute, fact]))).optionsOf(deck);
    const facts = [set({ newPerDay: 5, retention: 0.8 }), set({ newPerDay: 1 }, "d")];
    assert.deepEqual([options(facts, "d").newPerDay, options(facts, "d").retention], [1, 0.8]);
    assert.equal(options(facts, "e").newPerDay, 5);
    assert.equal(options([...facts, set({ newPerDay: null }, "d")], "d").newPerDay, 5);
  });

  it("hold from when they were chosen on: what was scheduled before stays", () => {
    const before = told([[minute, review("d/a", 4)]]);
    const after = [...before, entry(2, noon + 2 * minute, set({ retention: 0.75 }))];
    assert.deepEqual(learned(after).cards, learned(before).cards);
  });
});

describe("a leech", () => {
  const steps: Fact = set({ learningSteps: [], relearningSteps: [], leechAfter: 4 });
  const forgotten = (times: number, ...more: readonly Fact[]) =>
    told([
      [0, steps],
      ...more.map((fact) => [0, fact] as const),
      [0, review("d/a", 3)],
      ...Array.from({ length: times }, () => [3 * day, review("d/a", 1)] as const),
    ]);
  const card = (entries: readonly Entry[]) => learned(entries).cards.get("d/a")!;

  it("is a card that was forgotten as often as the option says, and is suspended", () => {
    assert.equal(card(forgotten(3)).isLeech, undefined);
    assert.equal(card(forgotten(4)).isLeech, true);
    assert.equal(card(forgotten(4)).isSuspended, true);
  });

  it("is only marked where that is wanted, and never where the option is 0", () => {
    const tagged = card(forgotten(4, set({ leechAction: "tag" }, "d")));
    assert.deepEqual([tagged.isLeech, tagged.isSuspended], [true, undefined]);
    assert.equal(card(forgotten(12, set({ leechAfter: 0 }))).isLeech, undefined);
  });

  it("that is taken up again is suspended again half as many times later", () => {
    const up = (entries: readonly Entry[], more: readonly Fact[]) => [
      ...entries,
      ...more.map((fact, i) => entry(entries.length + i + 1, entries.at(-1)!.stamp.at + (i + 1) * 3 * day, fact)),
    ];
    const again = up(forgotten(4), [{ kind: "unsuspend", card: "d/a" }, review("d/a", 1)]);
    assert.deepEqual([card(again).isLeech, card(again).isSuspended], [true, undefined]);
    assert.equal(card(up(again, [review("d/a", 1)])).isSuspended, true);
  });
});

describe("a day", () => {
  it("has a date and a weekday", () => {
    const date = (at: number) => dateOf(dayOf(at, zone, 0));
    for (const at of [0, noon, Date.UTC(2000, 1, 29), Date.UTC(2100, 1, 28) + day, Date.UTC(1969, 11, 31), -1e12]) {
      assert.equal(date(at), new Date(at).toISOString().slice(0, 10));
      assert.equal(weekdayOf(dayOf(at, zone, 0)), (new Date(at).getUTCDay() + 6) % 7);
    }
  });

  it("begins at its hour on the clock on the wall, also where clocks are changed in it", () => {
    // Europe in 2026: an hour forward on 29 March at 1:00 in Greenwich.
    const change = Date.UTC(2026, 2, 29, 1);
    const berlin = (at: number): number => (at < change ? 60 : 120);
    const before = dayOf(change - day, berlin, 4);
    assert.equal(startOf(before, berlin, 4), Date.UTC(2026, 2, 27, 3));
    assert.equal(startOf(before + 1, berlin, 4), Date.UTC(2026, 2, 28, 3));
    assert.equal(startOf(before + 2, berlin, 4), Date.UTC(2026, 2, 29, 2));
    for (let at = change - 2 * day; at < change + 2 * day; at += 7 * minute) {
      const found = dayOf(at, berlin, 4);
      assert.ok(startOf(found, berlin, 4) <= at && at < startOf(found + 1, berlin, 4), new Date(at).toISOString());
    }
  });
});

describe("what is next", () => {
  it("is what is being learned and due, then what is least known and what is new by turns, in the deck's order", () => {
    const entries = told([
      [0, set({ fuzz: false, learningSteps: [], newPerDay: 2 })],
      [0, review("d/old", 3)],
      [0, review("d/older", 1)],
    ]);
    const at = noon + 40 * day;
    const cards = ["x", "y", "z", "old", "older"];
    const first = next(entries, cards, at);
    assert.deepEqual(first.counts, { new: 2, learning: 0, due: 2 });
    assert.deepEqual(first.heldBack, { new: 1, due: 0 });
    assert.equal(first.next?.key, "d/older");
    const asked: string[] = [];
    let log = entries;
    for (let i = 0; i < 4; i++) {
      const { key } = next(log, cards, at + i * minute).next!;
      asked.push(key);
      log = [...log, entry(log.length + 1, at + i * minute, review(key, 3))];
    }
    assert.deepEqual(asked, ["d/older", "d/x", "d/old", "d/y"]);
    assert.deepEqual(next(log, cards, at + 5 * minute).next, undefined);
    assert.deepEqual(next(log, cards, at + day).next?.key, "d/z");
  });

  it("comes again a little earlier where nothing else is left, and else is told when", () => {
    const log = told([[0, review("d/a", 3)]]);
    assert.equal(next(log, ["a", "b"], noon + minute).next?.key, "d/b");
    assert.equal(next(log, ["a"], noon + minute).next?.key, "d/a");
    const hours = told([
      [0, set({ learningSteps: ["1m", "3h"] })],
      [0, review("d/a", 3)],
    ]);
    const waiting = next(hours, ["a"], noon + minute);
    assert.deepEqual([waiting.next, waiting.again], [undefined, noon + 180 * minute]);
    assert.deepEqual(waiting.counts, { new: 0, learning: 1, due: 0 });
  });

  it("is no card that is buried or suspended; one that is buried comes again the next day", () => {
    const end = endOfToday("d", learned([]), { at: noon, zone });
    assert.equal(end, Date.UTC(2026, 2, 2, 4));
    const buried = told([[0, { kind: "bury", card: "d/a", until: end }]]);
    assert.equal(next(buried, ["a"], noon).next, undefined);
    assert.equal(next(buried, ["a"], end).next?.key, "d/a");
    const suspended = told([[0, { kind: "suspend", card: "d/a" }]]);
    assert.equal(next(suspended, ["a"], noon + 900 * day).next, undefined);
    const back = [...suspended, entry(2, noon, { kind: "unsuspend", card: "d/a" })];
    assert.equal(next(back, ["a"], noon).next?.key, "d/a");
  });

  it("is no more than the limits of a day, which begins at its hour", () => {
    const log = told([
      [0, set({ newPerDay: 1, learningSteps: [] })],
      [0, review("d/a", 3)],
    ]);
    assert.deepEqual(next(log, ["a", "b"], noon + minute).counts, { new: 0, learning: 0, due: 0 });
    assert.equal(next(log, ["a", "b"], Date.UTC(2026, 2, 2, 3, 59)).next, undefined);
    assert.equal(next(log, ["a", "b"], Date.UTC(2026, 2, 2, 4)).next?.key, "d/b");
    const reviews = told([
      [0, set({ reviewsPerDay: 1, fuzz: false, learningSteps: [] })],
      [0, review("d/a", 3)],
      [0, review("d/b", 3)],
    ]);
    const later = next(reviews, ["a", "b"], noon + 30 * day);
    assert.deepEqual([later.counts.due, later.heldBack.due], [1, 1]);
  });

  it("is the same for the same log and moment", () => {
    const log = told([
      [0, review("d/a", 3)],
      [minute, review("d/b", 1)],
    ]);
    assert.deepEqual(next(log, ["a", "b", "c"], noon), next(log, ["a", "b", "c"], noon));
  });
});
