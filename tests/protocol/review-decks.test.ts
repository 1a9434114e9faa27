import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { LspClient } from "../support/lsp-client";
import { folder } from "../support/review-window";

const card = (id: string, more = "") => `  - { id: ${id}, question: "What is ${id}?", answer: Yes.${more} }\n`;
const ours = `name: Our nets\ncards:\n${card("stem")}${card("head")}`;
const model = "input: [3, 32, 32]\nlayers:\n  - Conv2d: { out_channels: 8, kernel_size: 3 }\n  - ReLU\n";

test("decks of the workspace and cards of its operators are listed, asked, and lose nothing while files change", async () => {
  const root = mkdtempSync(join(tmpdir(), "convlint-decks-"));
  const write = (name: string, text: string) => writeFileSync(join(root, name), text);
  const uri = (name: string) => pathToFileURL(join(root, name)).href;
  mkdirSync(join(root, "more"));
  write("ours.cards.yaml", ours);
  write("net.cnn.yaml", model);
  const there = folder();
  const client = new LspClient(there.answers);
  const ask = (command: string, first?: object) =>
    client.request("workspace/executeCommand", {
      command: `convlint.quiz.${command}`,
      arguments: first ? [first] : [],
    });
  const decks = async () => (await ask("decks")) as { decks: any[]; problems: string[] };
  try {
    await client.request("initialize", {
      processId: null,
      rootUri: pathToFileURL(root).href,
      capabilities: {},
      initializationOptions: { reviews: { device: "window-1" } },
    });
    client.notify("initialized");

    const { decks: all, problems } = await decks();
    assert.deepEqual(problems, []);
    assert.deepEqual(
      all.map(({ id, name, source, uri }) => [id, name, source, uri]),
      [
        ["ours", "Our nets", "file", uri("ours.cards.yaml")],
        ["understanding-cnns", "Understanding CNNs", "built-in", undefined],
        ["operators", "Operators of these models", "models", undefined],
      ],
    );
    assert.deepEqual(
      all.map(({ cards, counts }) => [cards, counts]).filter((_, i) => i !== 1),
      Array(2).fill([2, { new: 2, learning: 0, due: 0, suspended: 0 }]),
    );

    const first = await ask("due", { decks: ["operators"] });
    assert.equal(first.card.key, "operators/conv2d");
    assert.match(first.card.plain.question, /^What does `Conv2d` do\?$/);
    assert.match(first.card.model, /Conv2d: \{.*# → \[/);
    assert.equal(
      (await ask("answer", { card: first.card.key, grade: 3, decks: ["operators"] })).card.key,
      "operators/relu",
    );

    const stem = await ask("due", { decks: ["ours"] });
    assert.equal(stem.card.key, "ours/stem");
    const head = await ask("answer", { card: "ours/stem", grade: 4, decks: ["ours"] });
    assert.deepEqual([head.card.key, head.problems], ["ours/head", []]);
    await ask("put", { card: "ours/head", kind: "suspend" });
    const [mine] = (await decks()).decks;
    assert.deepEqual(mine.counts, { new: 0, learning: 0, due: 0, suspended: 1 });
    assert.deepEqual(mine.suspended, [{ key: "ours/head", question: "What is head?", leech: false }]);
    await ask("put", { card: "ours/head", kind: "unsuspend" });

    // What is open counts as it is written: a card has gone, another has another id, one is half typed.
    const asked = await ask("due", { decks: ["ours"] });
    assert.equal(asked.card.key, "ours/head");
    client.open(uri("ours.cards.yaml"), `name: Our nets\ncards:\n${card("stems")}  - id: he\n`);
    const broken = await ask("due", { decks: ["ours"] });
    assert.equal(broken.card.key, "ours/stems");
    assert.deepEqual(broken.problems, ["ours.cards.yaml: 2 mistakes in it; all cards that can be read are asked"]);
    const gone = await ask("answer", { card: "ours/head", grade: 3, decks: ["ours"] });
    assert.deepEqual(
      [gone.told, gone.card.key],
      [["head is in no deck any more; nothing was written down"], "ours/stems"],
    );
    assert.deepEqual((await decks()).decks[0].problems, [
      "2 mistakes in it; all cards that can be read are asked",
      "stem was answered and is gone; if stems is the same card, give it its old id back",
    ]);
    client.notify("textDocument/didClose", { textDocument: { uri: uri("ours.cards.yaml") } });

    // A second deck of that name is told and not asked; where the first is gone, it takes its place with all that is known.
    write("more/ours.cards.yaml", `name: Others\ncards:\n${card("stem")}`);
    const two = await decks();
    assert.deepEqual(two.decks.map(({ name }) => name).slice(0, 2), ["Others", "Understanding CNNs"]);
    assert.deepEqual(two.problems, [
      "ours.cards.yaml: another deck is remembered as ours too, so this one is not asked; give its file another name",
    ]);
    rmSync(join(root, "more"), { recursive: true });
    rmSync(join(root, "net.cnn.yaml"));
    const after = await decks();
    assert.deepEqual(
      after.decks.map(({ id }) => id),
      ["ours", "understanding-cnns"],
    );
    assert.equal((await ask("statistics", { decks: ["ours"] })).statistics.reviews, 1);

    assert.deepEqual(await ask("lesson", {}), []);
    write(
      "net.cards.yaml",
      "lesson: |\n  input: [1, 8, 8]\n  layers:\ncards:\n  - { id: a, question: Q, answer: A, goal: ReLU }\n",
    );
    const listed = { id: "net", name: "net", count: 1, uri: uri("net.cards.yaml") };
    assert.deepEqual(await ask("lesson", {}), [listed]);
    client.open(uri("mine.cnn.yaml"), "input: [1, 8, 8]\nlayers:\n");
    const begun = await ask("lesson", { deck: "net", model: uri("mine.cnn.yaml") });
    assert.deepEqual([begun.start, begun.at, begun.done], ["input: [1, 8, 8]\nlayers:\n", 0, false]);
    assert.equal(begun.wrong, "there is no ReLU in the model yet");
    client.change(uri("mine.cnn.yaml"), 2, { text: "input: [1, 8, 8]\nlayers:\n  - ReLU\n" });
    const done = await ask("lesson", { deck: "net", model: uri("mine.cnn.yaml") });
    assert.deepEqual([done.at, done.wrong, done.done, done.steps[0].done], [1, null, true, true]);
    await assert.rejects(ask("lesson", { deck: "ours" }), /no lesson is called ours/);

    assert.deepEqual(await ask("import", { text: "Q\tA\nonly\n", name: "mine" }), {
      name: "mine",
      text: "name: mine\ncards:\n  - id: q\n    question: Q\n    answer: A\n",
      cards: 1,
      problems: [{ line: 2, message: "this line has no answer" }],
    });
    await assert.rejects(ask("import", {}), /text is what is to be read as a deck/);
    assert.equal(there.logs.get("window-1.jsonl")!.trimEnd().split("\n").length, 4);
  } finally {
    client.kill();
    rmSync(root, { recursive: true, force: true });
  }
});
