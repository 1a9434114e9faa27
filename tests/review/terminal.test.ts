import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decksFor } from "../../server/src/cli/quiz/decks";
import { closed, type Session } from "../../server/src/cli/quiz/session";
import { review } from "../../server/src/cli/quiz/terminal";
import { askables } from "../../server/src/drill/decks";
import { openJournal } from "../../server/src/review/journal";
import { inMemory } from "../support/reviews";

async function session() {
  const { store, logs, state } = inMemory("desk.jsonl");
  const said = { out: "", err: "" };
  const pipe = (to: "out" | "err") =>
    ({ write: (text: string) => ((said[to] += text), true) }) as NodeJS.WritableStream;
  const streams = { out: pipe("out"), err: pipe("err"), isTerminal: true };
  const decks = decksFor(undefined, streams);
  let ids = 0;
  const journal = await openJournal(store, { device: "desk", now: Date.now, newId: () => `id-${++ids}` });
  const made: Session = { decks, cards: askables(decks), journal, folder: "logs", device: "desk", streams };
  const press = async (keys: string): Promise<string> => {
    const before = said.out.length;
    const each = (async function* () {
      yield* keys;
    })();
    const plain = (text: string) => text;
    await review(made, each, { write: (text) => streams.out.write(text), bold: plain, dim: plain, voice: {} });
    return said.out.slice(before);
  };
  return { session: made, journal, logs, state, said, press };
}

describe("cards in a terminal", () => {
  it("are answered by keys: first the question, then the answer with what each button does", async () => {
    const { press, journal } = await session();
    const said = await press(" 3q");
    assert.match(said, /0 due · 0 learning · 10 new\n\n {2}What is a convolutional neural network \(CNN\)\?\n/);
    assert.match(said, /1 Again 1 min · 2 Hard 6 min · 3 Good 10 min · 4 Easy \d+ d\n/);
    assert.match(said, /Good: what-is-a-cnn comes again in 10 min\n\n0 due · 1 learning · 9 new\n/);
    assert.match(said, /1 card answered\.\n$/);
    assert.deepEqual(
      journal.learned.answers.map(({ key, grade }) => [key, grade]),
      [["understanding-cnns/what-is-a-cnn", 3]],
    );
  });

  it("are not graded before their answer was seen, and Space then says good", async () => {
    const { press, journal } = await session();
    await press("1234  1\r\r");
    assert.deepEqual(
      journal.learned.answers.map(({ grade }) => grade),
      [3, 3],
    );
  });

  it("are put off, put away and taken back", async () => {
    const { press, journal } = await session();
    const said = await press("bs 1uuu");
    assert.match(said, /what-is-a-cnn is put off until tomorrow/);
    assert.match(said, /applications-of-cnns is no longer asked/);
    assert.match(
      said,
      /Taken back: what-is-convolution\n[\s\S]*Taken back: applications-of-cnns\n[\s\S]*Taken back: what-is-a-cnn\n/,
    );
    assert.equal(journal.learned.cards.size, 0);
    assert.match(await press("uq"), /There is nothing to take back\./);
  });

  it("end at q, Escape, Ctrl+C, and where nobody is left to press keys", async () => {
    for (const keys of ["q3", "\u001b3", "\u00033", "\u00043", "", " "]) {
      const { press, journal } = await session();
      assert.match(await press(keys), /Q ends/);
      assert.equal(journal.entries.length, 0);
    }
  });

  it("are asked up to the limit of the day, which is then said", async () => {
    const { press, journal } = await session();
    const said = await press(" 4".repeat(12));
    assert.equal(journal.learned.answers.length, 10);
    assert.match(
      said,
      /Done for today\. The limits of a day hold back 16 cards; --options shows them\.\n10 cards answered\.\n$/,
    );
  });

  it("go on where the disk is full; what would be lost is printed at the end", async () => {
    const { press, state, said, session: it, logs } = await session();
    state.fails = Object.assign(new Error("full"), { code: "ENOSPC" });
    const text = await press(" 3 2q");
    assert.match(text, /1 answer could not be written to logs \(the disk is full\); it is kept in memory\n/);
    assert.match(text, /2 answers could not be written/);
    assert.match(text, /2 cards answered/);
    assert.equal(closed(it), 2);
    const lines = said.err
      .trim()
      .split("\n")
      .filter((line) => line.startsWith("{"));
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).grade),
      [3, 2],
    );
    state.fails = undefined;
    await press(" 3q");
    assert.equal(closed(it), 0);
    assert.equal(logs.get("desk.jsonl")!.trim().split("\n").length, 3);
  });
});
