import assert from "node:assert/strict";
import { able, at, conversation, deck, uri } from "../support/conversation";

const document = { textDocument: { uri } };
const nested = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
const named = `input: [3, 32, 32]
layers:
  - ReLU:
    name: stem
  - Add:
    from: [stem, input]
`;

conversation("an outline, nested where the client shows that", async (client) => {
  await client.initialize(nested);
  client.open(uri, named);
  const [input, layers] = await client.request("textDocument/documentSymbol", document);
  assert.equal(input.name, "input");
  assert.deepEqual(
    layers.children.map(({ name, detail }: { name: string; detail: string }) => `${name}: ${detail}`),
    ["stem: ReLU → [3, 32, 32]", "Add #1: → [3, 32, 32]"],
  );
});

conversation("the least of clients is given a list, and links to nowhere of ours", async (client) => {
  await client.initialize();
  client.open(uri, named);
  const symbols = await client.request("textDocument/documentSymbol", document);
  assert.deepEqual(
    symbols.map(({ name, containerName }: { name: string; containerName?: string }) => [name, containerName ?? ""]),
    [
      ["input", ""],
      ["layers", ""],
      ["stem", "layers"],
      ["Add #1", "layers"],
    ],
  );
  assert.equal((await client.request("textDocument/documentLink", document)).length, 2);
  assert.deepEqual(await client.request("textDocument/foldingRange", document), [
    { startLine: 1, endLine: 5 },
    { startLine: 2, endLine: 3 },
    { startLine: 4, endLine: 5 },
  ]);
});

conversation("outline and folding are left to another extension that gives them", async (client) => {
  await client.initialize(nested, { leaves: { yaml: ["outline", "folding"] } });
  client.open(uri, named);
  assert.deepEqual(await client.request("textDocument/documentSymbol", document), []);
  assert.deepEqual(await client.request("textDocument/foldingRange", document), []);
});

conversation("symbols of all open models", async (client) => {
  await client.initialize(able);
  client.open(uri, named);
  client.open("file:///other.cnn.yaml", deck);
  const found = await client.request("workspace/symbol", { query: "stm" });
  assert.deepEqual(
    found.map(({ name, location }: { name: string; location: { uri: string } }) => [name, location.uri]),
    [["stem", uri]],
  );
  assert.ok((await client.request("workspace/symbol", { query: "" })).length > 6);
});

conversation("who feeds and who reads a layer", async (client) => {
  await client.initialize(able);
  client.open(uri, named);
  const [item] = await client.request("textDocument/prepareCallHierarchy", at(3, 11));
  assert.equal(item.name, "stem");
  const [from] = await client.request("callHierarchy/incomingCalls", { item });
  assert.equal(from.from.name, "input");
  const [to] = await client.request("callHierarchy/outgoingCalls", { item });
  assert.equal(to.to.name, "Add #1");
  assert.deepEqual(to.fromRanges, [{ start: { line: 5, character: 11 }, end: { line: 5, character: 15 } }]);
  assert.equal(await client.request("textDocument/prepareCallHierarchy", at(0, 0)), null);
});

conversation("a new name, or why not", async (client) => {
  await client.initialize({ textDocument: { rename: { prepareSupport: true } } });
  client.open(uri, named);
  const prepared = await client.request("textDocument/prepareRename", at(5, 12));
  assert.equal(prepared.placeholder, "stem");
  assert.equal(await client.request("textDocument/prepareRename", at(0, 2)), null);
  const { changes } = await client.request("textDocument/rename", { ...at(5, 12), newName: "trunk" });
  assert.deepEqual(
    changes[uri].map(({ newText }: { newText: string }) => newText),
    ["trunk", "trunk"],
  );
  await assert.rejects(
    client.request("textDocument/rename", { ...at(5, 12), newName: "input" }),
    /an input is called input/,
  );
});
