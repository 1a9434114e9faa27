import assert from "node:assert/strict";
import { able, conversation, deck, uri } from "../support/conversation";

const first = { start: { line: 6, character: 27 }, end: { line: 6, character: 32 } };

conversation("diagnostics are published for the version they are about", async (client) => {
  await client.initialize();
  client.open(uri, deck);
  const { version, diagnostics } = await client.notified("textDocument/publishDiagnostics");
  assert.equal(version, 1);
  assert.deepEqual(
    diagnostics.map(({ range, severity, code, source }: any) => ({ range, severity, code, source })),
    [{ range: first, severity: 1, code: "stated-size", source: "convlint" }],
  );
  assert.match(diagnostics[0].message, /25000.*25088/);
  assert.ok(!("codeDescription" in diagnostics[0]), "no address without one to begin with");

  client.change(uri, 2, { range: first, text: "25088" });
  const after = await client.notified("textDocument/publishDiagnostics");
  const codes = after.diagnostics.map(({ code }: any) => code);
  assert.deepEqual([after.uri, after.version, codes], [uri, 2, ["large-dense-head"]]);
});

conversation("edits arrive in pieces, counted in UTF-16 and across every kind of line end", async (client) => {
  await client.initialize();
  client.open(uri, "# 🦊\r# and more\r\ninput: [1, 8, 8]\nlayers:\n  - ReLU\n");
  const { diagnostics } = await client.notified("textDocument/publishDiagnostics");
  assert.deepEqual(diagnostics, []);
  client.change(
    uri,
    2,
    { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 4 } }, text: "!" },
    { range: { start: { line: 4, character: 4 }, end: { line: 4, character: 8 } }, text: "Relu" },
  );
  const after = await client.notified("textDocument/publishDiagnostics");
  assert.equal(after.diagnostics[0].code, "unknown-operator");
  assert.deepEqual(after.diagnostics[0].range, {
    start: { line: 4, character: 4 },
    end: { line: 4, character: 8 },
  });
});

conversation("a client that pulls is not pushed, and hears when nothing has changed", async (client) => {
  const { capabilities } = await client.initialize(able, { extensionUri: "https://example.org/convlint/" });
  assert.equal(capabilities.diagnosticProvider.identifier, "convlint");
  client.open(uri, deck);
  const report = await client.request("textDocument/diagnostic", { textDocument: { uri } });
  assert.equal(report.kind, "full");
  assert.equal(report.items[0].codeDescription.href, "https://example.org/convlint/docs/rules/stated-size.md");
  const again = { textDocument: { uri }, previousResultId: report.resultId };
  assert.deepEqual(await client.request("textDocument/diagnostic", again), {
    kind: "unchanged",
    resultId: report.resultId,
  });
  client.change(uri, 2, { range: first, text: "25088" });
  const after = await client.request("textDocument/diagnostic", again);
  const codes = after.items.map(({ code }: any) => code);
  assert.deepEqual([after.kind, codes], ["full", ["large-dense-head"]]);
  await client.notified("convlint/status", ({ version }) => version === 2);
  assert.ok(!client.heard.some(({ method }) => method === "textDocument/publishDiagnostics"));
});

conversation("what is published is taken back when the document is closed, or is a model no more", async (client) => {
  await client.initialize();
  client.open(uri, deck);
  await client.notified("textDocument/publishDiagnostics");
  client.notify("textDocument/didClose", { textDocument: { uri } });
  assert.deepEqual((await client.notified("textDocument/publishDiagnostics")).diagnostics, []);

  const other = "file:///models/model.yaml";
  client.open(other, deck);
  assert.equal((await client.notified("textDocument/publishDiagnostics")).diagnostics.length, 1);
  client.change(other, 2, { text: "services: {}\n" });
  assert.deepEqual(await client.notified("textDocument/publishDiagnostics"), {
    uri: other,
    version: 2,
    diagnostics: [],
  });
  assert.equal((await client.notified("convlint/status", ({ version }) => version === 2)).format, null);
});

conversation("any other YAML is left alone, silently", async (client) => {
  await client.initialize({ ...able, textDocument: { ...able.textDocument, diagnostic: undefined } });
  client.open("file:///compose.yaml", "services:\n  web:\n    image: nginx\n  web:\n");
  client.open(uri, deck);
  await client.notified("convlint/status");
  const where = { textDocument: { uri: "file:///compose.yaml" }, position: { line: 1, character: 3 } };
  assert.equal(await client.request("textDocument/hover", where), null);
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  assert.deepEqual(await client.request("textDocument/inlayHint", { ...where, range }), []);
  const about = client.heard.filter(({ params }) => JSON.stringify(params ?? null).includes("compose"));
  assert.deepEqual(
    about.map(({ method }) => method),
    ["workspace/configuration"],
  );
  assert.ok(!client.heard.some(({ method }) => method === "window/logMessage"));
});

conversation("words that do nothing are faded out, for a client that can", async (client) => {
  const publishDiagnostics = { tagSupport: { valueSet: [1] } };
  await client.initialize({ textDocument: { publishDiagnostics } });
  client.open(uri, "input: [1, 8, 8]\nlayers:\n  - Relu # convlint-disable-line stated-size\n");
  const { diagnostics } = await client.notified("textDocument/publishDiagnostics");
  assert.deepEqual(
    diagnostics.map(({ code, tags }: any) => [code, tags]),
    [
      ["unknown-operator", undefined],
      ["unused-suppression", [1]],
    ],
  );
});

const counted = `nc: 4
backbone:
  - [-1, 1, Conv, [16, 3, 2]]
  - [-1, 1, Conv, [32, 3, 2]]
  - [-1, 1, Conv, [32, 3, 1]]
head:
  - [[-1, 1], 1, Concat, [1]]
  - [[3], 1, Detect, [nc]]
`;

conversation("a row that is put in by hand, until the numbers below are right", async (client) => {
  const model = "file:///models/counted.yaml";
  await client.initialize(able);
  client.open(model, counted);
  const ask = async () => (await client.request("textDocument/diagnostic", { textDocument: { uri: model } })).items;
  assert.deepEqual(await ask(), []);
  const at = { line: 3, character: 0 };
  client.change(model, 2, { range: { start: at, end: at }, text: "  - [-1, 1, " });
  assert.ok((await ask()).every(({ code }: any) => code !== "shifted-rows"));
  const here = { line: 3, character: 12 };
  client.change(model, 3, { range: { start: here, end: here }, text: "Conv, [16, 3, 1]]\n" });
  const [found, ...others] = await ask();
  assert.deepEqual([found.code, found.severity, found.range.start.line, others], ["shifted-rows", 2, 3, []]);
  assert.equal(found.relatedInformation.length, 2);
  const context = { diagnostics: [found], only: ["quickfix"] };
  const asked = { textDocument: { uri: model }, range: found.range, context };
  const [action] = await client.request("textDocument/codeAction", asked);
  assert.deepEqual([action.title, action.diagnostics], ["Renumber 2 references", [found]]);
  const edits = action.edit.changes[model];
  client.change(model, 4, ...[...edits].reverse().map(({ range, newText: text }: any) => ({ range, text })));
  assert.deepEqual(await ask(), []);

  const line = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
  client.change(model, 5, { range: line, text: "" });
  assert.deepEqual(
    (await ask()).map(({ code, range }: any) => [code, range.start.line]),
    [["shifted-rows", 6]],
  );
});
