import assert from "node:assert/strict";
import { able, conversation, deck, uri } from "../support/conversation";
import { silence } from "../support/lsp-client";

const document = { textDocument: { uri } };
const whole = { ...document, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
let settings: object = {};
const asked: unknown[] = [];
const configured = {
  "workspace/configuration": ({ items }: { items: unknown[] }) => {
    asked.push(...items);
    return items.map(() => settings);
  },
};

conversation(
  "settings are those of the document, and are asked for again when they change",
  async (client) => {
    settings = { inlayHints: { enabled: false }, codeLens: { enabled: false }, rules: { "stated-size": "warning" } };
    await client.initialize(able);
    await client.until(({ method }) => method === "client/registerCapability", "a wish to hear of changed settings");
    client.open(uri, deck);
    assert.deepEqual(await client.request("textDocument/inlayHint", whole), []);
    assert.deepEqual(await client.request("textDocument/codeLens", document), []);
    const first = await client.request("textDocument/diagnostic", document);
    assert.equal(first.items[0].severity, 2);
    assert.deepEqual(asked, [{ scopeUri: uri, section: "convlint" }]);

    settings = { rules: { "stated-size": "off" }, input: "1,16,16" };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until(({ method }) => method === "workspace/diagnostic/refresh", "a request to pull again");
    const again = await client.request("textDocument/diagnostic", { ...document, previousResultId: first.resultId });
    assert.deepEqual(again.items, []);
    const [hint] = await client.request("textDocument/inlayHint", whole);
    assert.equal(hint.label, "→ [16, 14, 14] · 144");
  },
  configured,
);

conversation(
  "settings of the wrong kind are as if they were not there",
  async (client) => {
    settings = { inlayHints: 3, rules: ["x"], input: "three", dialect: 7 };
    await client.initialize(able);
    client.open(uri, deck);
    assert.equal((await client.request("textDocument/inlayHint", whole)).length, 5);
    assert.equal((await client.request("textDocument/diagnostic", document)).items[0].severity, 1);
  },
  configured,
);

conversation(
  "a client that does not answer for its settings is not waited for",
  async (client) => {
    await client.initialize(able);
    client.open(uri, deck);
    assert.equal((await client.request("textDocument/diagnostic", document)).items.length, 1);
    const { params } = await client.until(({ method }) => method === "window/logMessage", "a word in the log");
    assert.match(params.message, /settings of .*deck\.cnn\.yaml are unknown, so defaults hold/);
  },
  { "workspace/configuration": () => silence },
);
