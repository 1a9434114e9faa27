import assert from "node:assert/strict";
import { test } from "node:test";
import { nearServer } from "../support/carriers";
import { LspClient } from "../support/lsp-client";
import { folder } from "../support/review-window";

const initialization = { reviews: { device: "window-1" } };

const run = (client: LspClient, command: string, first?: object) =>
  client.request("workspace/executeCommand", { command: `convlint.quiz.${command}`, arguments: first ? [first] : [] });

async function reviewing(
  { answers }: ReturnType<typeof folder>,
  talk: (ask: (command: string, first?: object) => Promise<any>) => Promise<void>,
  options: object = initialization,
): Promise<void> {
  const client = new LspClient(answers, nearServer());
  try {
    await client.initialize({}, options);
    await talk((command, first) => run(client, command, first));
  } finally {
    client.kill();
  }
}

test("cards are answered, and what was learned is known to the next connection", async () => {
  const there = folder();
  await reviewing(there, async (ask) => {
    const first = await ask("due");
    assert.deepEqual(first.counts, { new: 10, learning: 0, due: 0 });
    assert.match(first.card.html.question, /^<p>/);
    assert.deepEqual(
      first.card.grades.map((one: { grade: string }) => one.grade),
      ["again", "hard", "good", "easy"],
    );
    const second = await ask("answer", { card: first.card.key, grade: 3, took: 4200.4 });
    assert.deepEqual(second.told, ["Good: what-is-a-cnn comes again in 10 min"]);
    assert.equal(second.done.phase, "learning");
    const third = await ask("answer", { card: second.card.key, grade: 4 });
    await ask("answer", { card: third.card.key, grade: 1 });
    assert.equal(there.logs.get("window-1.jsonl")!.trimEnd().split("\n").length, 3);
    assert.equal(there.state.reads, 0, "what it has written is not read again");
  });
  await reviewing(there, async (ask) => {
    const now = await ask("due");
    assert.deepEqual(now.counts, { new: 7, learning: 2, due: 0 });
    assert.deepEqual([now.problems, now.nothing], [[], null]);
    const { statistics, markdown, svg, html } = await ask("statistics");
    assert.equal(statistics.reviews, 3);
    assert.match(html, /^<h1>What you have learned<\/h1>/);
    assert.match(markdown, /^# What you have learned/);
    assert.match(svg, /^<svg/);
  });
});

test("answers are taken back, those of this connection only", async () => {
  const there = folder();
  await reviewing(there, async (ask) => {
    const { card } = await ask("due");
    await ask("put", { card: card.key, kind: "suspend" });
    const after = await ask("put", { card: (await ask("due")).card.key, kind: "bury" });
    assert.equal(after.counts.new, 10);
    assert.notEqual(after.card.key, card.key);
    await ask("undo");
    assert.equal((await ask("undo")).card.key, card.key);
    assert.equal((await ask("undo")).done, undefined);
    const next = await ask("put", { card: card.key, kind: "bury" });
    await ask("answer", { card: next.card.key, grade: 4 });
    assert.equal((await ask("undo")).card.key, next.card.key, "the card that is answered again comes first");
    await ask("answer", { card: card.key, grade: 3 });
  });
  await reviewing(there, async (ask) => assert.deepEqual((await ask("undo")).told, []));
});

test("an answer that cannot be written counts, is told, and is written with the next", async () => {
  const there = folder();
  await reviewing(there, async (ask) => {
    there.state.isFull = true;
    const first = await ask("due");
    const second = await ask("answer", { card: first.card.key, grade: 4 });
    assert.equal(second.unwritten, 1);
    assert.deepEqual(second.problems, [
      "1 answer could not be written to the log (the disk is full); it is kept in memory",
    ]);
    assert.equal(second.counts.new, 9);
    there.state.isFull = false;
    const third = await ask("answer", { card: second.card.key, grade: 4 });
    assert.deepEqual([third.unwritten, third.problems], [0, []]);
    assert.equal(there.logs.get("window-1.jsonl")!.trimEnd().split("\n").length, 2);
  });
});

test("answers that are in no log yet can be had, and are written as soon as there is room", async () => {
  const there = folder();
  await reviewing(there, async (ask) => {
    there.state.isFull = true;
    const { card } = await ask("due");
    const { problems } = await ask("answer", { card: card.key, grade: 4 });
    assert.match(problems[0], /^1 answer could not be written to the log \(the disk is full\)/);
    const { text } = await ask("unwritten");
    assert.equal(JSON.parse(text).card, card.key);
    there.state.isFull = false;
    assert.deepEqual([(await ask("due")).unwritten, (await ask("unwritten")).text], [0, ""]);
    assert.equal(there.logs.get("window-1.jsonl"), text);
  });
});

test("the card that a page shows stays, as long as it is to be asked", async () => {
  await reviewing(folder(), async (ask) => {
    const [, , { key }] = await ask("cards", { deck: "understanding-cnns" });
    assert.equal((await ask("due", { first: key })).card.key, key);
    assert.notEqual((await ask("put", { card: key, kind: "suspend" })).card.key, key);
    assert.notEqual((await ask("due", { first: key })).card.key, key);
    assert.ok((await ask("due", { first: "nobody/knows" })).card);
  });
});

test("where nothing is left it is said why, and when a card comes", async () => {
  await reviewing(folder(), async (ask) => {
    await ask("options", { set: { newPerDay: 2, learningSteps: ["1h"] } });
    let { card } = await ask("due");
    const first = card.key;
    ({ card } = await ask("answer", { card: first, grade: 1 }));
    const learning = await ask("answer", { card: card.key, grade: 4 });
    assert.deepEqual(
      [learning.card, learning.ending.slice(0, 2)],
      [null, ["Nothing more is due now.", "The next card comes back in 1 h."]],
    );
    assert.match(learning.ending[2], /^\d+ new cards wait: at most 2 new ones are asked a day and deck\.$/);
    const { ending } = await ask("put", { card: first, kind: "suspend" });
    assert.equal(ending[0], "Nothing more is due today.");
    assert.match(ending[1], /^The next card comes back in \d+ d\.$/);
    assert.equal(ending.at(-1), "1 card is put away and not asked.");
    assert.deepEqual((await ask("due", { decks: [] })).ending, ["There is no card to ask."]);
  });
});

test("cards of a deck are told with where they stand and are written", async () => {
  await reviewing(folder(), async (ask) => {
    const { card } = await ask("due");
    await ask("put", { card: card.key, kind: "bury" });
    const after = await ask("put", { card: (await ask("due")).card.key, kind: "suspend" });
    await ask("answer", { card: after.card.key, grade: 3 });
    const cards = await ask("cards", { deck: "understanding-cnns" });
    assert.deepEqual(
      cards.slice(0, 4).map((one: { standing: string }) => one.standing),
      ["buried", "suspended", "learning", "new"],
    );
    assert.equal(cards[2].comes, "in 10 min");
    const { text, offset, uri } = await ask("source", { card: cards[3].key });
    assert.ok(text.startsWith(cards[3].id, offset));
    assert.equal(uri, null);
    assert.equal(await ask("source", { card: "nobody/knows" }), null);
  });
});

test("what cannot be read is told, and all else counts", async () => {
  const there = folder();
  there.logs.set(
    "other.jsonl",
    '{"id":"a","n":1,"at":1,"device":"other","kind":"suspend","card":"x/y"}\nspoilt\n{"id":',
  );
  await reviewing(there, async (ask) => {
    const { problems, damaged } = await ask("due");
    assert.equal(problems.length, 2);
    assert.deepEqual(damaged[0], { file: "other.jsonl", line: 2 });
    assert.match(problems[0], /^other\.jsonl:2: this line cannot be read/);
  });
});

test("options are chosen and taken back", async () => {
  await reviewing(folder(), async (ask) => {
    assert.equal((await ask("options", { set: { newPerDay: 3 } })).newPerDay, 3);
    const { counts, heldBack } = await ask("due");
    assert.equal(counts.new, 3);
    assert.ok(heldBack.new > 10);
    assert.equal((await ask("options", { set: { newPerDay: null } })).newPerDay, 10);
    await assert.rejects(ask("options", { set: { newPerDay: -1 } }), /newPerDay takes a whole number/);
    await assert.rejects(ask("options", { set: { cards: 1 } }), /no option is called cards/);
  });
});

test("what cannot be done is refused with the reason", async () => {
  await reviewing(folder(), async (ask) => {
    const { card } = await ask("due");
    await assert.rejects(ask("answer", { card: "nobody/knows", grade: 3 }), /no card is called nobody\/knows/);
    await assert.rejects(ask("answer", { card: card.key, grade: 5 }), /a number from 1 to 4, not 5/);
    await assert.rejects(ask("put", { card: card.key, kind: "burn" }), /not by burn/);
    assert.equal((await ask("due", { decks: ["no-such-deck"] })).nothing, "Nothing is due today.");
  });
  await reviewing(folder(), async (ask) => assert.rejects(ask("due"), /clients that keep logs/), {});
});
