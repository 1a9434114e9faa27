import assert from "node:assert/strict";
import { able, conversation, deck, uri } from "../support/conversation";

const document = { textDocument: { uri } };

conversation("a quick fix belongs to the diagnostic that the client shows, and to a version", async (client) => {
  const workspace = { ...able.workspace, workspaceEdit: { documentChanges: true } };
  await client.initialize({ ...able, workspace });
  client.open(uri, deck.replace("25000", "25087"), 7);
  const { items } = await client.request("textDocument/diagnostic", document);
  const { range } = items[0];
  const shown = { ...items[0], data: "of the client" };
  const context = { diagnostics: [shown], only: ["quickfix"] };
  const [action] = await client.request("textDocument/codeAction", { ...document, range, context });
  assert.deepEqual(action.diagnostics, [shown]);
  assert.deepEqual([action.title, action.kind, action.isPreferred], ["Set in_features to 25088", "quickfix", true]);
  assert.deepEqual(action.edit, {
    documentChanges: [{ textDocument: { uri, version: 7 }, edits: [{ range, newText: "25088" }] }],
  });
  const ask = (only: string[]) =>
    client.request("textDocument/codeAction", { ...document, range, context: { diagnostics: [], only } });
  assert.deepEqual(
    (await ask(["source.fixAll"])).map(({ kind }: any) => kind),
    ["source.fixAll.convlint"],
  );
  assert.deepEqual(await ask(["refactor.move"]), []);
  // All kinds are below the empty one.
  assert.deepEqual(
    new Set((await ask([""])).map(({ kind }: any) => kind.split(".")[0])),
    new Set(["quickfix", "refactor", "source"]),
  );
});

const rows = `backbone:
  - [-1, 1, Conv, [64, 3, 2]] # 0
  - [-1, 1, Conv, [64, 3, 1]] # 1
  - [[-1, 0], 1, Concat, [1]] # 2
`;
const second = { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } };
const inserted = [
  { start: { line: 2, character: 0 }, text: "  - [-1, 1, nn.Identity, []]\n" },
  { start: { line: 2, character: 32 }, text: "2" },
  { start: { line: 3, character: 32 }, text: "3" },
];

conversation("a row is put in when that is chosen, by a client that asks then", async (client) => {
  const codeAction = { ...able.textDocument.codeAction, dataSupport: true, resolveSupport: { properties: ["edit"] } };
  const { capabilities } = await client.initialize({ ...able, textDocument: { ...able.textDocument, codeAction } });
  assert.equal(capabilities.codeActionProvider.resolveProvider, true);
  const model = { uri: uri.replace(".cnn", "") };
  client.open(model.uri, rows);
  const context = { diagnostics: [], only: ["refactor.rewrite.row.insert-above"] };
  const asked = { textDocument: model, range: second, context };
  const [action, ...others] = await client.request("textDocument/codeAction", asked);
  assert.deepEqual([action.kind, action.edit, others], ["refactor.rewrite.row.insert-above", undefined, []]);
  assert.match(action.title, /^Insert row above and renumber: keeps 1 of 2 rows, 6 tensors, 1,856 parameters/);
  const { edit, title } = await client.request("codeAction/resolve", action);
  assert.equal(title, action.title);
  assert.deepEqual(
    edit.changes[model.uri].map(({ range, newText: text }: any) => ({ start: range.start, text })),
    inserted,
  );

  client.change(model.uri, 2, { text: `${rows}\n` });
  await assert.rejects(client.request("codeAction/resolve", action), /has changed/);
  await assert.rejects(client.request("codeAction/resolve", { title: "of another server" }), /has changed/);
});

conversation("a row is put in by a client that must know at once how", async (client) => {
  const { capabilities } = await client.initialize(able);
  assert.equal(capabilities.codeActionProvider.resolveProvider, undefined);
  client.open(uri, "input: [3, 8, 8]\nlayers:\n  - ReLU\n  - ReLU\n");
  const context = { diagnostics: [], only: ["refactor"] };
  const found = await client.request("textDocument/codeAction", { ...document, range: second, context });
  assert.deepEqual(
    found.map(({ title, edit }: any) => `${title}: ${edit.changes[uri].length}`),
    [
      "Insert layer above: 1",
      "Insert layer below: 1",
      "Delete layer: 1",
      "Duplicate layer: 1",
      "Name this layer relu: 1",
      "Add what it reads to what it gives: 1",
      "Convert to the words of Keras: 5",
    ],
  );
});

conversation(
  "what cannot be done is told to a client that shows it, where it asks for refactorings",
  async (client) => {
    const codeAction = { ...able.textDocument.codeAction, disabledSupport: true };
    await client.initialize({ ...able, textDocument: { ...able.textDocument, codeAction } });
    client.open(uri, "input: [3, 8, 8]\nlayers:\n  - ReLU\n");
    const ask = async (context: object) =>
      (await client.request("textDocument/codeAction", { ...document, range: second, context }))
        .filter(({ disabled }: any) => disabled)
        .map(({ title, disabled, edit }: any) => [title, disabled.reason, edit]);
    const asked = { diagnostics: [], only: ["refactor"] };
    assert.deepEqual((await ask(asked))[0], ["Delete layer", "it is the only layer", undefined]);
    assert.deepEqual(await ask({ diagnostics: [] }), []);
  },
);
