import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Card, createEmptyCard, fsrs, GenSeedStrategyWithCardId, StrategyMode } from "ts-fsrs";
import { type Entry, type Grade, grades } from "../../server/src/review/event";
import { learned } from "../../server/src/review/fold";
import { defaults } from "../../server/src/review/options";
import { offered, phases, recallOf } from "../../server/src/review/schedule";
import { randomly } from "../support/random";
import { day, entry, minute, noon } from "../support/reviews";

const cards = Array.from({ length: 40 }, (_, i) => `deck/card-${i}`);

/** What the library gives by itself for the same answers. */
function direct(entries: readonly Entry[], set: Parameters<typeof fsrs>[0]) {
  const scheduler = fsrs(set).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId("name"));
  const states = new Map<string, Card & { readonly name: string }>();
  for (const { event } of entries) {
    if (event?.kind !== "review") continue;
    const at = new Date(event.at);
    const before = states.get(event.card) ?? { ...createEmptyCard<Card>(at), name: event.card };
    states.set(event.card, { ...scheduler.next(before, at, event.grade).card, name: event.card });
  }
  return new Map(
    [...states].map(([key, card]) => [
      key,
      {
        phase: phases[card.state],
        due: card.due.getTime(),
        stability: card.stability,
        difficulty: card.difficulty,
        days: card.scheduled_days,
        step: card.learning_steps,
        reps: card.reps,
        lapses: card.lapses,
        last: card.last_review!.getTime(),
      },
    ]),
  );
}

/** Reviews of many cards, at the moment they are due, before it and long after it. */
function simulated(count: number, seed: number): readonly Entry[] {
  const { below, one, chance } = randomly(seed);
  let at = noon;
  return Array.from({ length: count }, (_, i) => {
    at += chance(0.02) ? below(60 * day) : chance(0.2) ? below(2 * day) : below(20 * minute);
    return entry(i + 1, at, { kind: "review", card: one(cards), grade: one([1, 2, 3, 3, 3, 4] as const) });
  });
}

describe("the states of cards", () => {
  const plain = { enable_fuzz: true };
  it("are those of ts-fsrs after 10,000 reviews", () => {
    const entries = simulated(10_000, 1);
    const states = learned(entries).cards;
    assert.equal(states.size, cards.length);
    for (const [key, memory] of direct(entries, plain)) assert.deepEqual(states.get(key)!.memory, memory, key);
  });

  it("are those of ts-fsrs after each single review, also with other options", () => {
    const set = {
      retention: 0.85,
      longestInterval: 200,
      learningSteps: ["2m", "1h", "1d"],
      relearningSteps: [],
      fuzz: false,
    } as const;
    const options = entry(1, noon, { kind: "options", set });
    const entries = simulated(600, 2).map(({ stamp, event }) => entry(stamp.n + 1, stamp.at, event!));
    const theirs = {
      request_retention: 0.85,
      maximum_interval: 200,
      learning_steps: ["2m", "1h", "1d"] as const,
      relearning_steps: [] as const,
      enable_fuzz: false,
    };
    for (let i = 1; i <= entries.length; i += 31) {
      const some = entries.slice(0, i);
      const states = learned([options, ...some]).cards;
      for (const [key, memory] of direct(some, theirs)) assert.deepEqual(states.get(key)!.memory, memory, key);
    }
  });

  it("are what the four buttons said beforehand", () => {
    const entries = simulated(2_000, 3);
    for (const i of [5, 90, 700, 1_999]) {
      const { event } = entries[i]!;
      assert.ok(event?.kind === "review");
      const { memory } = learned(entries.slice(0, i)).cards.get(event.card) ?? {};
      const buttons = offered(event.card, memory, event.at, defaults);
      for (const grade of grades) {
        const answer = entry(i + 1, event.at, { kind: "review", card: event.card, grade });
        const after: unknown = learned([...entries.slice(0, i), answer]).cards.get(event.card)!.memory;
        assert.deepEqual(after, buttons[grade]);
      }
    }
  });

  it("put off cards that were learned together to different days, and always to the same", () => {
    const answers = [0, 10 * minute, 3 * day, 12 * day, 40 * day];
    const due = (key: string) => {
      const entries = answers.map((after, i) =>
        entry(i + 1, noon + after, { kind: "review", card: key, grade: 3 as Grade }),
      );
      return learned(entries).cards.get(key)!.memory!.due;
    };
    const days = cards.map(due);
    assert.ok(new Set(days).size > 3, String(new Set(days).size));
    assert.deepEqual(cards.map(due), days);
  });

  it("forget by and by, and not before the last review where the clock was set back", () => {
    const { memory } = learned(simulated(500, 4)).cards.get(cards[0]!)!;
    const chances = [0, 1, 10, 100, 1000].map((days) => recallOf(memory!, memory!.last + days * day, defaults));
    assert.equal(chances[0], 1);
    for (let i = 1; i < chances.length; i++) assert.ok(chances[i]! < chances[i - 1]!);
    assert.equal(recallOf(memory!, memory!.last - 900 * day, defaults), 1);
    assert.deepEqual(
      offered("a", memory, memory!.last - 900 * day, defaults),
      offered("a", memory, memory!.last, defaults),
    );
  });
});
