import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { able, conversation, deck } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";

/** A folder for one test, with a configuration file in it and a model below that. */
function folderWith(settings: string): { readonly model: string; readonly file: string; readonly uri: string } {
  const folder = mkdtempSync(join(tmpdir(), "convlint ä #"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "models"));
  const file = join(folder, ".convlint.yaml");
  writeFileSync(file, settings);
  return {
    file,
    uri: pathToFileURL(file).href,
    model: pathToFileURL(join(folder, "models", "deck.cnn.yaml")).href,
  };
}

const pull = async (client: LspClient, uri: string) =>
  (await client.request("textDocument/diagnostic", { textDocument: { uri } })).items;
const refreshed = (client: LspClient) =>
  client.until(({ method }) => method === "workspace/diagnostic/refresh", "a request to pull again");

conversation("the configuration files above a model hold for it, and come before the editor", async (client) => {
  const { model } = folderWith("rules: { stated-size: warning }\ninput: [1, 16, 16]\n");
  await client.initialize(able);
  client.open(model, deck);
  const [problem] = await pull(client, model);
  assert.deepEqual([problem.code, problem.severity], ["stated-size", 2]);
  assert.match(problem.message, /4608/);
});

conversation("a configuration file counts as it is being written, then as it was saved", async (client) => {
  const { model, uri, file } = folderWith("rules: { stated-size: off }\n");
  await client.initialize(able);
  client.open(model, deck);
  assert.deepEqual(await pull(client, model), []);

  client.open(uri, "rules: { stated-size: hint }\n");
  await refreshed(client);
  assert.equal((await pull(client, model))[0].severity, 4);

  writeFileSync(file, "rules: { stated-size: information }\n");
  client.notify("textDocument/didClose", { textDocument: { uri } });
  await refreshed(client);
  assert.equal((await pull(client, model))[0].severity, 3);

  writeFileSync(file, "rules: {}\n");
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
  await refreshed(client);
  assert.equal((await pull(client, model))[0].severity, 1);
});

conversation("a file that is passed over is explained, and nothing in it is called wrong", async (client) => {
  const { model } = folderWith('ignore: ["models/**"]\n');
  await client.initialize(able);
  client.open(model, deck);
  assert.deepEqual(await pull(client, model), []);
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = await client.request("textDocument/inlayHint", { textDocument: { uri: model }, range });
  assert.equal(hints.length, 5);
});

conversation("a configuration file is checked, completed and explained itself", async (client) => {
  const { uri } = folderWith("");
  await client.initialize({ ...able, textDocument: { ...able.textDocument, diagnostic: undefined } });
  client.open(uri, "rules:\n  stated-sice: off\n  sta\ndialect: \n");
  const { diagnostics, version } = await client.notified("textDocument/publishDiagnostics");
  assert.equal(version, 1);
  const [unknown] = diagnostics.filter(({ code }: any) => code === "unknown-rule");
  assert.deepEqual(unknown.range, { start: { line: 1, character: 2 }, end: { line: 1, character: 13 } });
  const context = { diagnostics: [unknown] };
  const [fix] = await client.request("textDocument/codeAction", {
    textDocument: { uri },
    range: unknown.range,
    context,
  });
  assert.equal(fix.title, "Change to stated-size");

  const complete = async (line: number, character: number) =>
    client.request("textDocument/completion", { textDocument: { uri }, position: { line, character } });
  const rule = (await complete(2, 5)).find(({ label }: any) => label === "stated-size");
  assert.deepEqual(rule.textEdit, {
    range: { start: { line: 2, character: 2 }, end: { line: 2, character: 5 } },
    newText: "stated-size: ",
  });
  assert.ok((await complete(1, 17)).some(({ label }: any) => label === "warning"));
  assert.ok((await complete(3, 9)).some(({ label }: any) => label === "yolov5"));
  const hover = await client.request("textDocument/hover", {
    textDocument: { uri },
    position: { line: 0, character: 2 },
  });
  assert.match(hover.contents.value, /^\*\*rules\*\*: Severities by id.*\n\nDefault: what each rule says/);
  assert.ok(!client.heard.some(({ method }) => method === "convlint/status"));
});

conversation(
  "where a configuration file says something of a key, what the editor says of it does not count",
  async (client) => {
    const { model } = folderWith("rules: { stated-size: hint }\ninput: [1, 16, 16]\n");
    await client.initialize(able);
    client.open(model, deck);
    const [problem] = await pull(client, model);
    assert.deepEqual([problem.code, problem.severity], ["stated-size", 4]);
    assert.match(problem.message, /4608/);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    assert.deepEqual(
      await client.request("textDocument/inlayHint", { textDocument: { uri: model }, range }),
      [],
      "what is shown is the editor's",
    );
  },
  {
    "workspace/configuration": ({ items }: { items: unknown[] }) =>
      items.map(() => ({ rules: { "stated-size": "off" }, input: "1,99,99", inlayHints: { enabled: false } })),
  },
);

conversation(
  "where no file speaks, rules and their options are those of the editor",
  async (client) => {
    const { model } = folderWith("ignore: []\n");
    await client.initialize(able);
    client.open(model, deck);
    const found = (await pull(client, model)).map(({ code, severity }: any) => [code, severity]);
    assert.deepEqual(
      found.filter(([code]: any) => code === "parameters-over-budget"),
      [["parameters-over-budget", 2]],
    );
  },
  {
    "workspace/configuration": ({ items }: { items: unknown[] }) =>
      items.map(() => ({ rules: { "parameters-over-budget": { severity: "warning", most: "1K" } } })),
  },
);

conversation(
  "an override for no file, and a file that is not there, are told as on the command line",
  async (client) => {
    const { uri } = folderWith("");
    await client.initialize(able);
    client.open(uri, "extends: missing.yaml\noverrides:\n  - files: [model/**]\n  - files: ['*.yaml']\n");
    const found = (await pull(client, uri)).map(({ code, range, message }: any) => [code, range.start.line, message]);
    assert.deepEqual(found, [
      ["wrong-setting", 0, "there is no file missing.yaml here"],
      ["unused-override", 2, "no file here matches model/**"],
    ]);
  },
);
