import assert from "node:assert/strict";
import { able, at, conversation, deck, uri } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";

const { completion } = able.textDocument;
const row = `${deck}  - \n`;
const there = at(7, 4);

/** A client that is able to do some more than the usual one in completion. */
const begin = (client: LspClient, properties: readonly string[], itemDefaults?: readonly string[]) => {
  const completionItem = { ...completion.completionItem, resolveSupport: { properties } };
  const more = { completionItem, ...(itemDefaults && { completionList: { itemDefaults } }) };
  return client.initialize({ ...able, textDocument: { ...able.textDocument, completion: more } });
};
const named = (name: string, items: readonly any[]) => items.find(({ label }) => label === name);

conversation("what is long comes when it is looked at, also when the text has changed meanwhile", async (client) => {
  const { capabilities } = await begin(client, ["documentation", "detail"]);
  assert.equal(capabilities.completionProvider.resolveProvider, true);
  client.open(uri, row);
  const items = await client.request("textDocument/completion", there);
  assert.ok(items.every((item: any) => !("documentation" in item) && !("detail" in item)));
  client.change(uri, 2, { text: "layers:\n" });
  const found = await client.request("completionItem/resolve", named("Conv2d", items));
  assert.match(found.documentation.value, /\*\*Conv2d\*\*/);
  assert.match(found.detail, /^\(in_channels, /);
  assert.deepEqual(found.textEdit, named("Conv2d", items).textEdit);
});

conversation("only that comes later which the client says it asks for", async (client) => {
  await begin(client, ["documentation"]);
  client.open(uri, row);
  const item = named("Conv2d", await client.request("textDocument/completion", there));
  assert.match(item.detail, /^\(in_channels, /);
  assert.ok(!("documentation" in item));
  assert.match((await client.request("completionItem/resolve", item)).documentation.value, /\*\*Conv2d\*\*/);
});

conversation("a client that asks for none of it is given everything at once", async (client) => {
  const { capabilities } = await begin(client, ["additionalTextEdits"]);
  assert.equal(capabilities.completionProvider.resolveProvider, undefined);
  client.open(uri, row);
  const item = named("Conv2d", await client.request("textDocument/completion", there));
  assert.match(item.documentation.value, /\*\*Conv2d\*\*/);
  assert.ok(!("data" in item));
});

conversation("what holds for all items is said once, in less than half the bytes", async (client) => {
  await begin(client, ["documentation", "detail"], ["editRange", "insertTextFormat", "data"]);
  client.open(uri, row);
  const { items, itemDefaults, isIncomplete } = await client.request("textDocument/completion", there);
  assert.equal(isIncomplete, false);
  assert.deepEqual(itemDefaults.editRange, { start: there.position, end: there.position });
  assert.ok(items.every((item: any) => !("textEdit" in item)));
  assert.equal(named("ReLU", items).textEditText, undefined);
  assert.match(named("Conv2d", items).textEditText, /^Conv2d: \{ out_channels: \$\{1\|/);
  const formats = ["Conv2d", "ReLU"].map(
    (name) => named(name, items).insertTextFormat ?? itemDefaults.insertTextFormat,
  );
  assert.deepEqual(formats, [2, 1]);
  const bytes = JSON.stringify({ items, itemDefaults }).length;
  assert.ok(bytes < 20_000, `${bytes}`);
  // An editor hands the shared data back with the item.
  const item = { ...named("Conv2d", items), data: itemDefaults.data };
  assert.match((await client.request("completionItem/resolve", item)).documentation.value, /\*\*Conv2d\*\*/);
});

conversation("an item of nobody's, or of long ago, is handed back as it is", async (client) => {
  await begin(client, ["documentation"]);
  client.open(uri, row);
  const items = await client.request("textDocument/completion", there);
  for (let i = 0; i < 9; i++) await client.request("textDocument/completion", there);
  assert.deepEqual(await client.request("completionItem/resolve", items[3]), items[3]);
  assert.deepEqual(await client.request("completionItem/resolve", { label: "x" }), { label: "x" });
});

conversation("dialects are offered while the name of one is written, when the file is no model yet", async (client) => {
  await begin(client, []);
  for (const [file, text] of [
    ["yaml", "# convlint-dialect yol\nbackbone:\n  - [-1, 1, Conv, [64, 3, 2]]\n"],
    ["yml", "# convlint-dialect yol"],
  ] as const) {
    const other = `file:///models/some.${file}`;
    client.open(other, text);
    const position = { line: 0, character: 22 };
    const items = await client.request("textDocument/completion", { textDocument: { uri: other }, position });
    assert.ok(named("yolov5", items) && named("convlint", items));
    const range = { start: { line: 0, character: 19 }, end: position };
    assert.deepEqual(named("yolov9", items).textEdit, { range, newText: "yolov9" });
  }
});
