import assert from "node:assert/strict";
import { able, conversation, deck, uri } from "../support/conversation";

const untidy = deck.replace("{ out_channels: 16,", "{out_channels:   16,");
const options = { tabSize: 2, insertSpaces: true };
const whole = (of = uri) => ({ textDocument: { uri: of }, options });
const dynamic = { dynamicRegistration: true };
const registering = { ...able, textDocument: { ...able.textDocument, formatting: dynamic, rangeFormatting: dynamic } };

conversation("the least of clients can have a model formatted, and nothing else", async (client) => {
  const { capabilities } = await client.initialize();
  assert.equal(capabilities.documentFormattingProvider, true);
  assert.equal(capabilities.documentRangeFormattingProvider, true);
  client.open(uri, untidy);
  assert.deepEqual(await client.request("textDocument/formatting", whole()), [
    { range: { start: { line: 2, character: 13 }, end: { line: 2, character: 13 } }, newText: " " },
    { range: { start: { line: 2, character: 27 }, end: { line: 2, character: 29 } }, newText: "" },
  ]);
  client.open("file:///other.yaml", "a: {b:   1}\n");
  assert.equal(await client.request("textDocument/formatting", whole("file:///other.yaml")), null);
  client.open("file:///models/.convlint.yaml", "rules: {no-norm:   off}\n");
  assert.equal(await client.request("textDocument/formatting", whole("file:///models/.convlint.yaml")), null);
  assert.equal(await client.request("textDocument/formatting", whole("file:///closed.cnn.yaml")), null);
});

conversation("a range reaches whole lines, and wishes are heard", async (client) => {
  await client.initialize();
  client.open(uri, `${untidy.replace("ReLU", "ReLU:  { }  ")}\n\n`);
  const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
  const asked = { ...whole(), range, options: { ...options, trimTrailingWhitespace: false } };
  const edits = await client.request("textDocument/rangeFormatting", asked);
  assert.deepEqual(
    edits.map(({ range: { start }, newText }: any) => [start.line, start.character, newText]),
    [
      [3, 10, ""],
      [3, 12, ""],
    ],
  );
});

conversation("formatting is left to another extension, by language", async (client) => {
  const { capabilities } = await client.initialize(able, { leaves: { yaml: ["formatting"] } });
  assert.equal(capabilities.documentFormattingProvider, true);
  client.open(uri, untidy);
  assert.equal(await client.request("textDocument/formatting", whole()), null);
  const json = "file:///models/a.cnn.json";
  client.open(json, '{"input": [3, 8, 8], "layers": ["ReLU"]}\n');
  assert.equal((await client.request("textDocument/formatting", whole(json))).length, 2);
});

conversation("formatting that is left for all languages is not offered", async (client) => {
  const leaves = { yaml: ["formatting"], json: ["formatting"] };
  const { capabilities } = await client.initialize(able, { leaves });
  assert.equal(capabilities.documentFormattingProvider, undefined);
});

conversation("an editor that can be told later is told of models alone", async (client) => {
  const { capabilities } = await client.initialize(registering, { leaves: { json: ["formatting"] } });
  assert.equal(capabilities.documentFormattingProvider, undefined);
  const registered = () =>
    client.heard
      .filter(({ method }) => method === "client/registerCapability")
      .flatMap(({ params }) => params.registrations)
      .filter(({ method }) => /formatting/i.test(method))
      .map(({ method, registerOptions: { documentSelector } }) => `${method} ${JSON.stringify(documentSelector)}`)
      .sort();
  client.open("file:///other.yaml", "a: 1\n");
  client.open("file:///models/a.cnn.json", '{"input": [3, 8, 8], "layers": ["ReLU"]}\n');
  client.open("file:///c%3A/models/a%5B1%5D.yaml", untidy);
  await client.until(() => registered().length === 2, "formatting of a model");
  const selector = '[{"scheme":"file","pattern":"**/models/a?1?.yaml"}]';
  assert.deepEqual(registered(), [`textDocument/formatting ${selector}`, `textDocument/rangeFormatting ${selector}`]);
  client.notify("textDocument/didClose", { textDocument: { uri: "file:///c%3A/models/a%5B1%5D.yaml" } });
  const gone = () => client.heard.filter(({ method }) => method === "client/unregisterCapability");
  await client.until(() => gone().length === 2, "that it is gone");
});
