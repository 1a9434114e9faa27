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
  assert.deepEqual(await client.request("textDocument/foldingRange", document), null);
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

const blocks = `${named}  - Twice
blocks:
  Twice:
    layers:
      - Conv2d: { out_channels: 8, kernel_size: 1 }
`;
const titles = (lenses: readonly any[]) => lenses.map(({ command }) => command?.title);

conversation("what lenses of blocks say comes when they are to be seen, of the text as it is then", async (client) => {
  const codeLens = { resolveSupport: { properties: ["command"] } };
  const { capabilities } = await client.initialize({ textDocument: { codeLens } });
  assert.equal(capabilities.codeLensProvider.resolveProvider, true);
  client.open(uri, blocks);
  const [totals, block] = await client.request("textDocument/codeLens", document);
  assert.deepEqual(titles([totals, block]), ["32 parameters · 24,576 MACs", undefined]);
  const resolve = (lens: object) => client.request("codeLens/resolve", lens);
  assert.deepEqual(titles([await resolve(block)]), ["1 call · 32 parameters"]);
  assert.deepEqual((await resolve(block)).command.arguments, [uri]);
  client.change(uri, 2, { text: blocks.replace("- Twice", "- Twice\n  - Twice") });
  assert.deepEqual(titles([await resolve(block)]), ["2 calls · 32 to 72 parameters each"]);
  for (const lens of [totals, { ...totals, command: undefined }, { ...block, data: 3 }])
    assert.deepEqual(await resolve(lens), JSON.parse(JSON.stringify(lens)));
});

conversation("a client that does not ask is told at once", async (client) => {
  const { capabilities } = await client.initialize({ textDocument: { codeLens: {} } });
  assert.equal(capabilities.codeLensProvider.resolveProvider, undefined);
  client.open(uri, blocks);
  assert.deepEqual(titles(await client.request("textDocument/codeLens", document)).slice(1), [
    "1 call · 32 parameters",
  ]);
});

const targets = (links: readonly any[]) => links.map(({ target }) => target);
const silenced = `input: [3, 8, 8]
layers:
  - ReLU # convlint-disable-line bias-before-norm
`;

conversation("links lead to pages that the editor shows, and else to the web and to files", async (client) => {
  await client.initialize(able, { pagesScheme: "convlint-docs", extensionUri: "file:///extension/" });
  client.open(uri, silenced);
  assert.deepEqual(targets(await client.request("textDocument/documentLink", document)), [
    "convlint-docs:/ReLU.md",
    "convlint-docs:/bias-before-norm.md",
  ]);
});

conversation("links of an editor that shows no pages", async (client) => {
  await client.initialize(able, { extensionUri: "file:///extension/" });
  client.open(uri, silenced);
  assert.deepEqual(targets(await client.request("textDocument/documentLink", document)), [
    "https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU.html",
    "file:///extension/docs/rules/bias-before-norm.md",
  ]);
});
