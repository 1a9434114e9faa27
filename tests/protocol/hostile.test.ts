import assert from "node:assert/strict";
import { able, conversation, deck, uri } from "../support/conversation";

const bomb = `input: [1, 8, 8]\na0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]\n`).join("")}layers: *a30\n`;
const texts = {
  "aliases that unfold without end": bomb,
  "deep nesting": `input: [1, 8, 8]\nlayers:\n  - ${"[".repeat(10_000)}`,
  "a layer a thousand million times": "input: [1, 8, 8]\nlayers:\n  - ReLU:\n    repeat: 1000000000\n",
  "characters that are none": "input: [1, 8, 8]\nlayers:\n  - ReLU\u0000\u0001\uFFFE\n",
  "half a pair": "input: [1, 8, 8]\nlayers:\n  - ReLU \ud83e\n",
  "a long line": `input: [1, 8, 8]\nlayers:\n  - ReLU # ${"x".repeat(2_000_000)}\n`,
  "huge numbers": "input: [1e300, 1e300, 1e300]\nlayers:\n  - Conv2d: { out_channels: 1e300, kernel_size: 1e300 }\n",
};

for (const [what, text] of Object.entries(texts))
  conversation(`${what}: answered, and the next document too`, async (client) => {
    await client.initialize(able);
    client.open("file:///models/hostile.cnn.yaml", text);
    const where = { textDocument: { uri: "file:///models/hostile.cnn.yaml" } };
    const end = { line: 3, character: 8 };
    await client.request("textDocument/diagnostic", where);
    await client.request("textDocument/inlayHint", { ...where, range: { start: { line: 0, character: 0 }, end } });
    for (const method of ["hover", "completion", "definition", "signatureHelp"])
      await client.request(`textDocument/${method}`, { ...where, position: { line: 2, character: 6 } });
    await client.request("textDocument/semanticTokens/full", where);
    await client.request("textDocument/codeLens", where);
    client.open(uri, deck);
    const { items } = await client.request("textDocument/diagnostic", { textDocument: { uri } });
    assert.equal(items.length, 1);
    assert.deepEqual(
      client.heard
        .filter(({ method }) => method === "window/logMessage")
        .map(({ params }) => params.message.slice(0, 300)),
      [],
    );
  });
