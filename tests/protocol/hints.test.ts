import assert from "node:assert/strict";
import { able, conversation, deck, uri } from "../support/conversation";

const document = { textDocument: { uri } };
const whole = { ...document, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
const textDocument = { ...able.textDocument, inlayHint: { resolveSupport: { properties: ["tooltip"] } } };

conversation("tooltips of hints are worked out when they are shown", async (client) => {
  const { capabilities } = await client.initialize({ ...able, textDocument });
  assert.deepEqual(capabilities.inlayHintProvider, { resolveProvider: true });
  client.open(uri, deck);
  const [hint] = await client.request("textDocument/inlayHint", whole);
  assert.equal(hint.tooltip, undefined);
  const { tooltip, label } = await client.request("inlayHint/resolve", hint);
  assert.equal(label, hint.label);
  assert.match(tooltip.value ?? tooltip, /parameters: /);
  const stale = { ...hint, data: { ...hint.data, version: 99 } };
  assert.deepEqual(await client.request("inlayHint/resolve", stale), stale);
  for (const data of [null, 3, { uri: 3 }, { uri: "file:///elsewhere.yaml", version: 1 }])
    assert.deepEqual(await client.request("inlayHint/resolve", { ...hint, data }), { ...hint, data });
});

conversation("a client that asks for no tooltips has them at once", async (client) => {
  const { capabilities } = await client.initialize(able);
  assert.deepEqual(capabilities.inlayHintProvider, { resolveProvider: false });
  client.open(uri, deck);
  const [hint] = await client.request("textDocument/inlayHint", whole);
  assert.ok(hint.tooltip);
  assert.equal(hint.data, undefined);
});

conversation(
  "plain words are a setting of the document",
  async (client) => {
    await client.initialize(able);
    client.open(uri, deck);
    const [hint] = await client.request("textDocument/inlayHint", whole);
    assert.match(hint.label, /^gives \d+ by \d+, \d+ channels?, [\d,]+ parameters$/);
  },
  { "workspace/configuration": ({ items }: { items: unknown[] }) => items.map(() => ({ plainWords: true })) },
);
