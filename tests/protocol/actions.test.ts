import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { able, conversation } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";

const model = `input: [3, 8, 8]
layers:
  - Conv2d: { out_channels: 8, kernel_size: 3 }
  - BatchNorm2d
  - Conv2d: { out_channels: 8, kernel_size: 1, bias: true }
  - BatchNorm2d
  - RuLE
`;
const uri = "file:///models/m.cnn.yaml";
const line = (from: number, to = from) => ({ start: { line: from, character: 4 }, end: { line: to, character: 6 } });
const writes = { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } };
const resolves = { ...able.textDocument.codeAction, dataSupport: true, resolveSupport: { properties: ["edit"] } };
const lazy = { ...able, workspace: writes, textDocument: { ...able.textDocument, codeAction: resolves } };

const ask = (client: LspClient, range: object, only = ["quickfix"], document = uri): Promise<any[]> =>
  client.request("textDocument/codeAction", {
    textDocument: { uri: document },
    range,
    context: { diagnostics: [], only },
  });
const titles = (actions: readonly any[]): readonly string[] => actions.map(({ title }) => title);

conversation("all that is safe is fixed at once when a document is saved, for its version", async (client) => {
  const { capabilities } = await client.initialize({ ...able, workspace: writes });
  assert.ok(capabilities.codeActionProvider.codeActionKinds.includes("source.fixAll.convlint"));
  client.open(uri, model, 7);
  for (const only of ["source.fixAll", "source.fixAll.convlint", "source"]) {
    const [action, ...others] = await ask(client, line(0), [only]);
    assert.deepEqual([action.kind, others], ["source.fixAll.convlint", []]);
    const [{ textDocument, edits }] = action.edit.documentChanges;
    assert.deepEqual(textDocument, { uri, version: 7 });
    assert.deepEqual(
      edits.map(({ newText }: any) => newText),
      [", bias: false", "false"],
    );
  }
  assert.deepEqual(await ask(client, line(0), ["source.organizeImports"]), []);
  assert.ok(!titles(await ask(client, line(2))).includes("Fix all that is safe to fix"));
  client.open("file:///models/other.cnn.yaml", model.replaceAll("BatchNorm2d", "ReLU"));
  assert.deepEqual(await ask(client, line(0), ["source.fixAll"], "file:///models/other.cnn.yaml"), []);
});

conversation(
  "what is certainly wrong is silenced last, and the page of each is shown by the client",
  async (client) => {
    await client.initialize(able, { showDocsCommand: "mine.docs" });
    client.open(uri, model);
    const actions = await ask(client, line(2, 6));
    assert.deepEqual(titles(actions), [
      "Add bias: false",
      "Set bias to false",
      "Change to ReLU",
      "Fix all 2 problems of bias-before-norm in this file",
      "Disable bias-before-norm for this line",
      "Disable bias-before-norm for this file",
      "Disable bias-before-norm for this line",
      "Disable unknown-operator for this line",
      "Disable unknown-operator for this file",
      "Show documentation of bias-before-norm",
      "Show documentation of unknown-operator",
    ]);
    assert.deepEqual(actions.at(-1).command, {
      title: "Show documentation of unknown-operator",
      command: "mine.docs",
      arguments: ["docs/rules/unknown-operator.md"],
    });
  },
);

conversation("JSON has no comments, so that nothing is silenced in it", async (client) => {
  await client.initialize(able);
  const json = "file:///models/m.cnn.json";
  client.open(json, '{ "input": [3, 8, 8], "layers": ["RuLE"] }');
  assert.deepEqual(titles(await ask(client, { ...line(0), end: { line: 0, character: 40 } }, ["quickfix"], json)), [
    "Change to ReLU",
  ]);
});

conversation(
  "what is offered can be worked out when it is chosen, of the version that it was offered for",
  async (client) => {
    await client.initialize(lazy);
    client.open(uri, model);
    const actions = await ask(client, line(2));
    const [alike, forLine] = ["Fix all 2", "Disable bias-before-norm for this line"].map((begin) =>
      actions.find(({ title }) => title.startsWith(begin)),
    );
    assert.deepEqual([alike.edit, forLine.edit], [undefined, undefined]);
    const edits = async (action: any) =>
      (await client.request("codeAction/resolve", action)).edit.documentChanges[0].edits.map((one: any) => one.newText);
    assert.deepEqual(await edits(alike), [", bias: false", "false"]);
    assert.deepEqual(await edits(forLine), [" # convlint-disable-line bias-before-norm"]);
    client.change(uri, 2, { text: `\n${model}` });
    await assert.rejects(client.request("codeAction/resolve", forLine), /has changed/);
  },
);

/** A workspace on the disk with a model in a folder of it. */
const inWorkspace = (
  name: string,
  settings: string | undefined,
  test: (off: (id?: string) => Promise<any>, folder: string) => Promise<void>,
): void =>
  conversation(name, async (client) => {
    const path = realpathSync(mkdtempSync(join(tmpdir(), "actions ")));
    try {
      if (settings !== undefined) writeFileSync(join(path, ".convlint.yaml"), settings);
      const folder = pathToFileURL(path).href;
      await client.request("initialize", {
        processId: null,
        rootUri: null,
        capabilities: { ...able, workspace: { ...able.workspace, ...writes } },
        workspaceFolders: [{ uri: folder, name: "workspace" }],
      });
      client.notify("initialized");
      client.open(`${folder}/models/m.cnn.yaml`, model);
      const off = async (id = "bias-before-norm") =>
        (await ask(client, line(2, 6), ["quickfix"], `${folder}/models/m.cnn.yaml`)).find(
          ({ title }) => title === `Disable ${id} in this workspace`,
        );
      await test(off, folder);
      if (settings !== undefined) assert.equal(readFileSync(join(path, ".convlint.yaml"), "utf8"), settings);
    } finally {
      rmSync(path, { recursive: true });
    }
  });

inWorkspace("an id is switched off in a configuration that is made for it", undefined, async (off, folder) => {
  const target = `${folder}/.convlint.yaml`;
  const start = { line: 0, character: 0 };
  assert.deepEqual((await off()).edit.documentChanges, [
    { kind: "create", uri: target, options: { ignoreIfExists: true } },
    {
      textDocument: { uri: target, version: null },
      edits: [{ range: { start, end: start }, newText: "rules:\n  bias-before-norm: off\n" }],
    },
  ]);
});

inWorkspace("and in the one that is there", "rules:\n  bias-before-norm: error # ours\n", async (off, folder) => {
  const [edit] = (await off()).edit.changes[`${folder}/.convlint.yaml`];
  assert.deepEqual([edit.newText, edit.range.start], ["off", { line: 1, character: 20 }]);
  const [other] = (await off("unknown-operator")).edit.changes[`${folder}/.convlint.yaml`];
  assert.deepEqual([other.newText, other.range.start], ["\n  unknown-operator: off", { line: 1, character: 32 }]);
});

inWorkspace(
  "not where it would not count",
  'rules: {}\noverrides:\n  - files: ["models/**"]\n    rules: { bias-before-norm: error }\n',
  async (off) => {
    assert.equal(await off(), undefined);
    assert.ok(await off("unknown-operator"));
  },
);
