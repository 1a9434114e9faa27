import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Entry, Fact } from "../../server/src/review/event";
import { learned } from "../../server/src/review/fold";
import { merged } from "../../server/src/review/merge";
import { readLog } from "../../server/src/review/read-log";
import { randomly } from "../support/random";
import { day, entry, minute, noon, review, told } from "../support/reviews";

const textOf = (entries: readonly Entry[]): string => entries.map(({ line }) => `${line}\n`).join("");
const idsOf = (entries: readonly Entry[]): readonly string[] => entries.map(({ stamp }) => stamp.id);
/** All that is known of cards, letter by letter. */
const states = (entries: readonly Entry[]): string => JSON.stringify([...learned(entries).cards]);

const all: readonly Fact[] = [
  review("d/a", 3),
  { kind: "review", card: "d/a", grade: 1, took: 4321 },
  { kind: "undo", of: "desk-2" },
  { kind: "bury", card: "d/b", until: noon + day },
  { kind: "suspend", card: "d/b" },
  { kind: "unsuspend", card: "d/b" },
  { kind: "reset", card: "d/a" },
  { kind: "options", deck: "d", set: { newPerDay: 3, retention: null } },
  { kind: "options", set: { learningSteps: ["1m", "3h"] } },
];

describe("a log", () => {
  it("is read as it was written", () => {
    const entries = told(all.map((fact) => [minute, fact]));
    const { entries: read, damages } = readLog("a.jsonl", textOf(entries));
    assert.deepEqual(damages, []);
    assert.deepEqual(read, entries);
  });

  it("that ends anywhere loses only the event that it ends in", () => {
    const text = textOf(told(all.map((fact) => [minute, fact])));
    for (let end = 0; end <= text.length; end++) {
      const { entries, damages } = readLog("a.jsonl", text.slice(0, end));
      const whole = text.slice(0, end).split("\n").length - 1;
      // A line of which only its end is missing is whole.
      const isWhole = text[end] === "\n";
      assert.equal(entries.length, whole + (isWhole ? 1 : 0), String(end));
      const isHalf = end > 0 && !isWhole && text[end - 1] !== "\n";
      assert.deepEqual(
        damages.map(({ kind, line }) => [kind, line]),
        isHalf ? [["unfinished", whole + 1]] : [],
      );
    }
  });

  it("of which a writer was stopped in a line keeps what others write behind it", () => {
    const [first, second, third] = told(all.slice(0, 3).map((fact) => [minute, fact]));
    for (let end = 1; end < second!.line.length; end++) {
      const half = second!.line.slice(0, end);
      const { entries, damages } = readLog("a.jsonl", `${first!.line}\n${half}${third!.line}\n`);
      assert.deepEqual(idsOf(entries), ["desk-1", "desk-3"], half);
      assert.deepEqual(damages, [{ file: "a.jsonl", line: 2, kind: "damaged", text: half }]);
    }
  });

  it("with spoilt lines tells each of them with its place, and reads the others", () => {
    const [first, second] = told(all.slice(0, 2).map((fact) => [minute, fact]));
    const spoilt = [
      "not JSON",
      "[]",
      "null",
      "7",
      "{}",
      '{"id":"x"}',
      '{"id":"x","n":0,"at":1,"device":"d","kind":"suspend","card":"a"}',
      '{"id":"x","n":1.5,"at":1,"device":"d","kind":"suspend","card":"a"}',
      '{"id":"x","n":1,"at":1e99,"device":"d","kind":"suspend","card":"a"}',
      '{"id":"x","n":1,"at":"now","device":"d","kind":"suspend","card":"a"}',
      '{"id":"x","n":1,"at":1,"device":"","kind":"suspend","card":"a"}',
      '{"id":"x","n":1,"at":1,"device":"d","kind":"review","card":"a","grade":5}',
      '{"id":"x","n":1,"at":1,"device":"d","kind":"review","grade":3}',
      '{"id":"x","n":1,"at":1,"device":"d","kind":"bury","card":"a"}',
      '{"id":"x","n":1,"at":1,"device":"d","kind":7}',
      `${"[".repeat(100_000)}`,
    ];
    const text = `\ufeff${first!.line}\r\n${spoilt.join("\n")}\n\n  ${second!.line}\n`;
    const { entries, damages } = readLog("a.jsonl", text);
    assert.deepEqual(idsOf(entries), ["desk-1", "desk-2"]);
    assert.deepEqual(
      damages.map(({ line, kind }) => [line, kind]),
      spoilt.map((_, i) => [i + 2, "damaged"]),
    );
  });

  it("keeps what a later version wrote, and takes of its options those that it knows", () => {
    const later = '{"id":"x","n":9,"at":5,"device":"d","kind":"flag","card":"a","colour":"red"}';
    const more =
      '{"id":"y","n":10,"at":6,"device":"d","kind":"options","set":{"retention":0.8,"fuzz":7,"mood":"good"}}';
    const { entries, damages } = readLog("a.jsonl", `${later}\n${more}\n`);
    assert.deepEqual(damages, []);
    assert.equal(textOf(entries), `${later}\n${more}\n`);
    assert.equal(learned(entries).optionsOf("d").retention, 0.8);
    assert.equal(learned(entries).optionsOf("d").fuzz, true);
  });

  it("of other people's text never throws, and knows no card but those that are named", () => {
    const { below, one } = randomly(5);
    const text = textOf(told(all.map((fact) => [minute, fact])));
    for (let i = 0; i < 3_000; i++) {
      const at = below(text.length);
      const cut =
        text.slice(0, at) + one(["", "\n", '"', "}", "{", "\u0000", "9", '{"id":"']) + text.slice(at + below(5));
      learned(merged([readLog("a", cut).entries]));
    }
    const proto = told([[minute, review("__proto__/constructor", 3)]]);
    assert.deepEqual([...learned(proto).cards.keys()], ["__proto__/constructor"]);
  });
});

/** What two machines and a third wrote without knowing of each other, with undos among it. */
function machines(seed: number): readonly (readonly Entry[])[] {
  const { below, one, chance } = randomly(seed);
  return ["desk", "lap", "web"].map((device) => {
    const written: Entry[] = [];
    let at = noon + below(day);
    for (let n = 1; n <= 60; n++) {
      at += below(3 * 60 * minute);
      const last = written.at(-1);
      const fact: Fact =
        last && chance(0.15)
          ? { kind: "undo", of: last.stamp.id }
          : one([
              review(`d/${below(8)}`, one([1, 2, 3, 4] as const)),
              review(`d/${below(8)}`, 3),
              { kind: "bury", card: `d/${below(8)}`, until: at + day },
              { kind: "suspend", card: `d/${below(8)}` },
              { kind: "unsuspend", card: `d/${below(8)}` },
              { kind: "options", set: { retention: one([0.8, 0.9, null]) } },
            ]);
      written.push(entry(n, at, fact, device));
    }
    return written;
  });
}

describe("logs of several machines", () => {
  it("are joined to the same whatever their order, however often, and in whatever parts", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const [a, b, c] = machines(seed) as [readonly Entry[], readonly Entry[], readonly Entry[]];
      const whole = merged([a, b, c]);
      assert.equal(whole.length, a.length + b.length + c.length);
      for (const other of [
        [c, b, a],
        [b, a, c, a, b],
        [merged([a, b]), c],
        [a, merged([merged([c, b]), b])],
      ])
        assert.deepEqual(merged(other), whole);
      const odd = whole.filter((_, i) => i % 2);
      const even = whole.filter((_, i) => i % 2 === 0);
      assert.deepEqual(merged([odd.toReversed(), even]), whole);
      assert.equal(states(merged([odd, even])), states(whole));
    }
  });

  it("of which two lines have one id keep the same of them in whatever order", () => {
    const [one] = told([[minute, review("d/a", 3)]]);
    const [edited] = told([[minute, review("d/a", 4)]]);
    assert.deepEqual(merged([[one!], [edited!]]), merged([[edited!], [one!]]));
  });
});

describe("undo", () => {
  const n = (entries: readonly Entry[]): number => entries.length + 1;
  const undo = (of: string): Fact => ({ kind: "undo", of });

  it("restores the state byte for byte, whatever it takes back", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const [written] = machines(seed) as [readonly Entry[]];
      const before = states(written);
      const at = written.at(-1)!.stamp.at + minute;
      for (const fact of all.filter(({ kind }) => kind !== "undo")) {
        const done = [...written, entry(n(written), at, fact)];
        const back = [...done, entry(n(done), at + minute, undo(done.at(-1)!.stamp.id))];
        assert.equal(states(back), before);
        const again = [...back, entry(n(back), at + 2 * minute, undo(back.at(-1)!.stamp.id))];
        assert.equal(states(again), states(done), "an undo taken back");
      }
    }
  });

  it("does so too where the clock was set back before it", () => {
    const written = told([
      [minute, review("d/a", 3)],
      [400 * day, review("d/b", 3)],
    ]);
    const done = [...written, entry(3, noon, review("d/a", 1))];
    assert.equal(states([...done, entry(4, noon - day, undo("desk-3"))]), states(written));
  });

  it("of an event that comes later, or is nowhere, changes nothing", () => {
    const written = told([
      [minute, undo("desk-2")],
      [minute, review("d/a", 3)],
      [minute, undo("nowhere")],
    ]);
    assert.equal(states(written), states(written.slice(1, 2)));
  });
});

describe("a clock that was set back", () => {
  const card = (entries: readonly Entry[], key: string) => learned(entries).cards.get(key)!.memory!;

  it("for one review changes no other, whether it said too early or too late a time", () => {
    for (const wrong of [noon - 9_000 * day, noon + 9_000 * day]) {
      const right = [0, 1, 2, 3, 4].map((i) => entry(i + 1, noon + i * day, review("d/a", 3)));
      const off = right.map((one, i) => (i === 2 ? entry(3, wrong, review("d/b", 3)) : one));
      const without = off.filter((_, i) => i !== 2);
      assert.deepEqual(card(off, "d/a"), card(without, "d/a"));
      // It happened between the ones before and behind it.
      assert.equal(card(off, "d/b").last, noon + day);
    }
  });

  it("asks what was reviewed under it when it is due, and not years later", () => {
    const written = [
      entry(1, noon, review("d/a", 3)),
      entry(2, noon + 3_650 * day, review("d/b", 3)),
      entry(3, noon + day, review("d/a", 3)),
    ];
    assert.equal(card(written, "d/b").last, noon);
    assert.equal(card(written, "d/b").due, noon + 10 * minute);
  });

  it("of one machine leaves what others wrote as it is", () => {
    const desk = [entry(1, noon + 3_650 * day, review("d/a", 3)), entry(2, noon, review("d/a", 3))];
    const lap = [entry(1, noon + 3_651 * day, review("d/b", 3), "lap")];
    assert.equal(card([...desk, ...lap], "d/b").last, noon + 3_651 * day);
    assert.equal(card([...desk, ...lap], "d/a").last, noon);
  });
});
