import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { LspClient } from "../support/lsp-client";

const logs = new Map<string, string>();
const client = new LspClient({
  "convlint/reviewLogs": () => [...logs].map(([name, text]) => ({ name, version: text.length })),
  "convlint/reviewLog": ({ name }) => ({ text: logs.get(name) }),
  "convlint/reviewAppend": ({ text }) => {
    logs.set("own.jsonl", (logs.get("own.jsonl") ?? "") + text);
    return null;
  },
});
const run = (command: string, first: object): Promise<any> =>
  client.request("workspace/executeCommand", { command: `convlint.quiz.${command}`, arguments: [first] });

const texts = {
  "file:///a.cnn.yaml": `input: [3, 32, 32]
layers:
  - Conv2d: { out_channels: 16, kernel_size: 3 }
  - MaxPool2d: { kernel_size: 2 }
  - Conv2d: { out_channels: 32, kernel_size: 3 }
`,
  "file:///a.cnn.json":
    '{ "input": [3, 32, 32], "layers": [{ "Conv2d": { "out_channels": 16, "kernel_size": 3 } }, "ReLU"] }\n',
  "file:///yolo.yaml": `nc: 2
backbone:
  - [-1, 1, Conv, [16, 3, 2]]
  - [-1, 1, Conv, [32, 3, 2]]
head:
  - [-1, 1, nn.Upsample, [None, 2, nearest]]
`,
};
const [yaml, json, yolo] = Object.keys(texts) as [string, string, string];

before(async () => {
  await client.initialize({}, { reviews: { device: "own" } });
  for (const [uri, text] of Object.entries(texts))
    client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
});
after(() => client.kill());

describe("questions about a model", () => {
  for (const uri of [yaml, json, yolo])
    it(`come once each, are judged, and name a row: ${uri}`, async () => {
      const asked: string[] = [];
      for (;;) {
        const card = await run("next", { uri, seed: 7, asked });
        if (!card) break;
        assert.ok(!asked.includes(card.id));
        asked.push(card.id);
        const right = card.choices.findIndex((one: { right: boolean }) => one.right);
        const good = await run("judge", { uri, seed: 7, id: card.id, choice: right });
        assert.deepEqual([good.right, good.read, good.grade, good.told], [true, true, 3, null]);
        assert.ok(card.plain.answer.startsWith(good.plain.answer));
        const choice = right === 0 ? 1 : 0;
        const bad = await run("judge", { uri, seed: 7, id: card.id, choice });
        assert.deepEqual([bad.right, bad.grade, bad.told], [false, 1, card.choices[choice].why]);
        if (card.typed) {
          const typed = await run("judge", { uri, seed: 7, id: card.id, typed: good.answer });
          assert.equal(typed.right, true, `${card.question} ${good.answer}`);
          const nonsense = await run("judge", { uri, seed: 7, id: card.id, typed: "what?" });
          assert.deepEqual([nonsense.read, nonsense.right, nonsense.answer], [false, false, undefined]);
          assert.match(nonsense.told, /such as/);
        }
        if (card.range) assert.ok(card.range.start.line >= (uri === json ? 0 : 2), card.question);
        else assert.match(card.question, /Which layer of the model/);
      }
      assert.ok(asked.length >= 3, String(asked.length));
    });

  it("are typed in several ways", async () => {
    const asked: string[] = [];
    let card = await run("next", { uri: yaml, seed: 7 });
    while (!/`Conv2d(?: #0)?`.*Which shape/.test(card.question)) {
      asked.push(card.id);
      card = await run("next", { uri: yaml, seed: 7, asked });
    }
    const judged = (typed: string) => run("judge", { uri: yaml, seed: 7, id: card.id, typed });
    for (const typed of ["[16, 30, 30]", "16x30x30", "16 30 30", "(N, 16, 30, 30)"])
      assert.equal((await judged(typed)).right, true, typed);
    const { right, told, plain } = await judged("[30, 30, 16]");
    assert.equal(right, false);
    assert.match(told, /channels last/);
    assert.match(plain.explanation, /⌊\(32 \+ 2·0 − 3\) \/ 1⌋ \+ 1 = 30/);
  });

  it("are refused where they are gone, and where nothing was answered", async () => {
    const { id } = await run("next", { uri: yaml, seed: 7 });
    await assert.rejects(
      run("judge", { uri: yaml, id: "shape-00000000", choice: 0 }),
      /the model may have changed since/,
    );
    await assert.rejects(run("judge", { uri: yaml, seed: 7, id }), /the number of a choice, or a text/);
    await assert.rejects(run("judge", { uri: yaml, seed: 7, id, choice: 9 }), /the number of a choice/);
    await assert.rejects(run("judge", { uri: "file:///closed.yaml", id, choice: 0 }), /is not open/);
  });
});

describe("questions about operators", () => {
  it("come behind the cards about one, and are judged", async () => {
    const asked: string[] = [];
    for (let card = await run("next", { about: "Dropout", asked }); card.key; ) {
      asked.push(card.id);
      card = await run("next", { about: "Dropout", asked });
      if (!card.key) assert.equal(card.deck, "operators");
    }
    assert.deepEqual(asked, ["improving-generalization"]);
    const made = await run("next", { about: "Conv2d", deck: "operators", seed: 4, asked: [] });
    assert.equal((await run("judge", { about: "Conv2d", seed: 4, id: made.id, choice: 0 })).read, true);
    const any = await run("next", { deck: "operators", seed: 9, asked: [made.id] });
    assert.equal((await run("judge", { seed: 9, id: any.id, choice: 0 })).right, any.choices[0].right);
  });

  it("are none about what nobody knows", async () => {
    assert.equal(await run("next", { about: "bias-before-norm", asked: ["how-batch-normalization-works"] }), null);
    assert.equal(await run("next", { about: "nothing", asked: [] }), null);
    assert.equal((await run("next", { card: "pooling" })).id, "pooling");
    assert.equal(await run("next", { card: "no-such-card" }), null);
  });
});

describe("cards of a deck", () => {
  it("are passed over, asked by name with what each grade leads to, and say when others come", async () => {
    const first = await run("due", {});
    const second = await run("due", { without: [first.card.key] });
    assert.notEqual(second.card.key, first.card.key);
    assert.ok(second.counts.new <= first.counts.new);
    const named = await run("due", { card: "understanding-cnns/pooling" });
    assert.equal(named.card.id, "pooling");
    assert.equal(named.card.grades.length, 4);
    await assert.rejects(run("due", { card: "understanding-cnns/none" }), /no card is called/);
    const day = Date.parse(first.changes) - Date.now();
    assert.ok(day > 0 && day <= 86_400_000, first.changes);
    const answered = await run("answer", { card: named.card.key, grade: 1 });
    assert.ok(Date.parse(answered.changes) - Date.now() < 120_000, answered.changes);
  });
});
