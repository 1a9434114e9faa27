import assert from "node:assert/strict";
import { able, at, conversation, deck, uri } from "../support/conversation";

const scaled = `scales:
  n: [0.33, 0.25, 1024]
  l: [1.00, 1.00, 512]
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
`;
const document = { textDocument: { uri } };
const whole = { ...document, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
const labels = (hints: { readonly label: string }[]) => hints.map(({ label }) => label);

conversation("hover, in the kind of text the client shows", async (client) => {
  await client.initialize(able, { extensionUri: "https://example.org/convlint/" });
  client.open(uri, deck);
  const { contents, range } = await client.request("textDocument/hover", at(2, 6));
  assert.equal(contents.kind, "markdown");
  assert.match(contents.value, /3·3·1·16 = 144/);
  assert.match(contents.value, /\(https:\/\/docs\.pytorch\.org\/docs\/stable\/generated\/torch\.nn\.Conv2d\.html\)/);
  assert.deepEqual(range, { start: { line: 2, character: 4 }, end: { line: 2, character: 10 } });
});

conversation("the least of clients is given plain text, and nothing it has not heard of", async (client) => {
  await client.initialize();
  client.open(uri, deck);
  const { diagnostics } = await client.notified("textDocument/publishDiagnostics");
  assert.ok(!("relatedInformation" in diagnostics[0]));
  const { contents } = await client.request("textDocument/hover", at(2, 6));
  assert.equal(contents.kind, "plaintext");
  assert.doesNotMatch(contents.value, /\*\*|`/);
  const items = await client.request("textDocument/completion", at(3, 5));
  assert.ok(items.length > 10);
  for (const { insertTextFormat, documentation } of items) {
    assert.equal(insertTextFormat, undefined);
    assert.equal(documentation?.kind ?? "plaintext", "plaintext");
  }
  const context = { diagnostics: [] };
  const range = { start: { line: 6, character: 28 }, end: { line: 6, character: 28 } };
  assert.deepEqual(await client.request("textDocument/codeAction", { ...document, range, context }), []);
});

conversation("hints, only those that are asked for", async (client) => {
  await client.initialize(able);
  client.open(uri, deck);
  assert.deepEqual(labels(await client.request("textDocument/inlayHint", whole)), [
    "→ [16, 30, 30] · 144",
    "→ [16, 30, 30]",
    "→ [32, 28, 28] · 4,608",
    "→ [25088]",
    "→ [10] · 250,880",
  ]);
  const part = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
  const hints = await client.request("textDocument/inlayHint", { ...document, range: part });
  assert.deepEqual(labels(hints), ["→ [16, 30, 30]"]);
  assert.deepEqual(hints[0].position, { line: 3, character: 8 });
});

conversation("completion on broken text, over the whole word, with tab stops", async (client) => {
  await client.initialize(able);
  client.open(uri, "input: [1, 8, 8]\nlayers:\n  - Conv2\n");
  const items = await client.request("textDocument/completion", at(2, 7));
  const conv = items.find((item: any) => item.label === "Conv2d");
  assert.deepEqual(conv.textEdit.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } });
  assert.match(conv.textEdit.newText, /^Conv2d: \{ out_channels: \$\{1\|/);
  assert.equal(conv.insertTextFormat, 2);
  assert.equal(conv.labelDetails, undefined);
});

conversation("layers to read with what they give, beside their names where the client can", async (client) => {
  const { completion } = able.textDocument;
  const item = { ...completion.completionItem, labelDetailsSupport: true };
  await client.initialize({ ...able, textDocument: { ...able.textDocument, completion: { completionItem: item } } });
  const model = uri.replace(".cnn", "");
  client.open(model, `${scaled}  - [[-1, `);
  const position = { line: 5, character: 10 };
  const items = await client.request("textDocument/completion", { textDocument: { uri: model }, position });
  const detail = "Conv → [16, 320, 320] · stride 2";
  assert.deepEqual(
    items.map(({ label, labelDetails }: any) => [label, labelDetails.description]),
    [
      ["-1", detail],
      ["0", detail],
    ],
  );
});

conversation("lenses, tokens and definitions", async (client) => {
  const { capabilities } = await client.initialize(able, { showSummaryCommand: "convlint.showSummary" });
  client.open(uri, `${deck}  - Add:\n    from: [-1, -1]\n`);
  const [lens] = await client.request("textDocument/codeLens", document);
  assert.equal(lens.range.start.line, 1);
  assert.equal(lens.command.command, "convlint.showSummary");
  assert.deepEqual(lens.command.arguments, [uri]);
  const { data } = await client.request("textDocument/semanticTokens/full", document);
  assert.deepEqual(data.slice(0, 5), [
    2,
    4,
    6,
    capabilities.semanticTokensProvider.legend.tokenTypes.indexOf("class"),
    0,
  ]);
  const found = await client.request("textDocument/definition", at(8, 12));
  assert.deepEqual(found, [{ uri, range: { start: { line: 6, character: 4 }, end: { line: 6, character: 10 } } }]);
});

conversation("who reads a layer, with the layer itself where it is asked for", async (client) => {
  const { capabilities } = await client.initialize(able);
  assert.ok(capabilities.referencesProvider && capabilities.documentHighlightProvider);
  client.open(uri, `${deck}  - Add:\n    from: [-1, -1]\n`);
  const word = (line: number, from: number, to: number) => ({
    start: { line, character: from },
    end: { line, character: to },
  });
  const ask = (includeDeclaration: boolean) =>
    client.request("textDocument/references", { ...at(5, 6), context: { includeDeclaration } });
  assert.deepEqual(await ask(false), [{ uri, range: word(6, 4, 10) }]);
  assert.deepEqual(await ask(true), [
    { uri, range: word(5, 4, 11) },
    { uri, range: word(6, 4, 10) },
  ]);
  assert.deepEqual(await client.request("textDocument/documentHighlight", at(8, 12)), [
    { range: word(6, 4, 10), kind: 3 },
    { range: word(8, 11, 13), kind: 2 },
    { range: word(8, 15, 17), kind: 2 },
  ]);
  assert.deepEqual(await client.request("textDocument/documentHighlight", at(0, 0)), [
    { range: word(0, 0, 5), kind: 3 },
    { range: word(2, 4, 10), kind: 2 },
  ]);
});

conversation("commands: a summary, another scale, and cards", async (client) => {
  await client.initialize(able);
  const run = (command: string, ...given: unknown[]) =>
    client.request("workspace/executeCommand", { command, arguments: given });
  client.open(uri.replace(".cnn", ""), scaled);
  const model = uri.replace(".cnn", "");
  const status = await client.notified("convlint/status");
  assert.deepEqual([status.scale, status.scales, status.totals.length], ["n", ["n", "l"], 2]);
  const summary = await run("convlint.summary", model);
  assert.match(summary, /^# deck\.yaml · scale n · input \[3, 640, 640\]\n/);
  assert.match(summary, /^\| 0 \| Conv \|.* \[16, 320, 320\] \| 464 \|/m);
  assert.match(summary, /^\* [\d.]+ GFLOPs as the library counts them$/m);

  const named = "file:///models/yolov8l.yaml";
  client.open(named, scaled);
  assert.equal((await client.notified("convlint/status")).scale, "l", "the name of the file says which");

  assert.equal(await run("convlint.setScale", model, "l"), null);
  await client.until(({ method }) => method === "workspace/inlayHint/refresh", "a request to ask for hints again");
  await client.until(({ method }) => method === "workspace/codeLens/refresh", "a request to ask for lenses again");
  assert.equal((await client.notified("convlint/status")).scale, "l");
  const hints = await client.request("textDocument/inlayHint", { ...whole, textDocument: { uri: model } });
  assert.deepEqual(labels(hints), ["→ [64, 320, 320] · 1,856"]);
  const lenses = await client.request("textDocument/codeLens", { textDocument: { uri: model } });
  assert.deepEqual(
    lenses.map((lens: any) => lens.command.title),
    ["l: 1,856 parameters · 177 M MACs", "n 464"],
  );

  const card = await run("convlint.quiz.next", {});
  assert.ok(card.question && card.answer);
  assert.notEqual((await run("convlint.quiz.next", { after: card.id })).id, card.id);
  assert.equal(await run("convlint.quiz.next", { tag: "no such tag" }), null);

  const made = await run("convlint.quiz.next", { about: "GLU" });
  assert.deepEqual(made.links[0].title, "GLU");
  const asked = await run("convlint.quiz.next", { uri: model, seed: 3 });
  assert.equal(asked.choices.filter((choice: { right: boolean }) => choice.right).length, 1);
  assert.equal((await run("convlint.quiz.next", { uri: model, seed: 3 })).id, asked.id);
  assert.notEqual((await run("convlint.quiz.next", { uri: model, seed: 3, after: asked.id })).id, asked.id);
  await assert.rejects(run("convlint.quiz.next", { uri: "file:///closed.yaml" }), /is not open/);

  await assert.rejects(run("convlint.setScale", model, "z"), /no scale z; it has n, l/);
  await assert.rejects(run("convlint.summary", "file:///closed.yaml"), /is not open/);
  await assert.rejects(run("convlint.summary"), /URI/);
  await assert.rejects(run("convlint.nonsense"), /no command is called convlint.nonsense/);
});

conversation("a deck of cards has problems, completion and a preview", async (client) => {
  await client.initialize(able);
  const cards = "file:///ours.cards.yaml";
  client.open(
    cards,
    "name: N\ncards:\n  - id: a\n    question: Why?\n    answer: $a·b$\n    operators: [Conv]\n    \n",
  );
  const ask = (method: string, line: number, character: number) =>
    client.request(method, { textDocument: { uri: cards }, position: { line, character } });
  const { items } = await client.request("textDocument/diagnostic", { textDocument: { uri: cards } });
  assert.deepEqual(
    items.map(({ code, message }: { code: string; message: string }) => `${code}: ${message}`),
    ["wrong-card: no operator is called Conv; did you mean Conv1d?"],
  );
  const labels = async (line: number, character: number): Promise<readonly string[]> => {
    const answer = await ask("textDocument/completion", line, character);
    return (answer.items ?? answer).map(({ label }: { label: string }) => label);
  };
  assert.ok((await labels(5, 20)).includes("Conv2d"));
  assert.deepEqual(await labels(6, 4), ["tags", "rules", "text_says", "correction", "model", "goal"]);
  const { contents } = await ask("textDocument/hover", 3, 8);
  assert.match(contents.value, /^# Why\?\n\n\$a·b\$\n/);
});

conversation("what is given up is not answered at length", async (client) => {
  await client.initialize(able);
  client.open(uri, deck);
  const id = client.ask("textDocument/hover", at(2, 6));
  client.notify("$/cancelRequest", { id });
  const { error, result } = await client.answerTo(id);
  assert.ok(result || error?.code === -32800);
});
