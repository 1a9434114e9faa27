import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { able, conversation } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";

const model = "nc: 3\nbackbone:\n  - [-1, 1, Conv, [64, 3, 2]]\n  - [-1, 1, CBAM, [64]]\n  - [-1, 1, Conv, [64]]\n";
const blocks =
  "import torch\n\n\nclass CBAM(torch.nn.Module):\n    def __init__(self, c1, kernel_size=7):\n        pass\n";
const writes = { workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename"] } };
const creates = {
  ...able,
  workspace: { ...able.workspace, ...writes, didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** A workspace with a class in it, on the disk for as long as the test runs. */
const inWorkspace = (
  name: string,
  files: { readonly [path: string]: string },
  talk: (client: LspClient, uris: { folder: string; uri: string; path: string }) => Promise<void>,
): void =>
  conversation(name, async (client) => {
    const path = realpathSync(mkdtempSync(join(tmpdir(), "declare ")));
    try {
      for (const folder of ["own parts", "cfg", "venv"]) mkdirSync(join(path, folder));
      for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
      const folder = pathToFileURL(path).href;
      await talk(client, { folder, uri: `${folder}/cfg/my%20model.yaml`, path });
    } finally {
      rmSync(path, { recursive: true });
    }
  });

const begin = async (client: LspClient, folder: string, capabilities: object = creates): Promise<void> => {
  await client.request("initialize", {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders: [{ uri: folder, name: "workspace" }],
  });
  client.notify("initialized");
};

const problems = async (client: LspClient, uri: string) =>
  (await client.request("textDocument/diagnostic", { textDocument: { uri } })).items;

const actions = (client: LspClient, uri: string, range: unknown) =>
  client.request("textDocument/codeAction", {
    textDocument: { uri },
    range,
    context: { diagnostics: [], only: ["quickfix"] },
  });

inWorkspace(
  "a class of the workspace is told of, and declared in a configuration that is made for it",
  { "own parts/blocks.py": blocks, "venv/other.py": "class Other:\n  pass\n" },
  async (client, { folder, uri }) => {
    await begin(client, folder);
    client.open(uri, model.replace("[64]]\n", "[64]]\n  - [-1, 1, Other, []]\n"));
    const [found, other] = await problems(client, uri);
    assert.equal(found.severity, 3);
    assert.match(found.message, /^class CBAM is in own parts\/blocks\.py, line 4; /);
    assert.equal(other.severity, 2);
    const [declare, ...more] = await actions(client, uri, found.range);
    assert.deepEqual([declare.title, declare.isPreferred], ["Declare CBAM", true]);
    assert.ok(more.every(({ title, isPreferred }: any) => title.startsWith("Disable ") && !isPreferred));
    const target = `${folder}/.convlint.yaml`;
    const start = { line: 0, character: 0 };
    const newText = "modules:\n  CBAM:\n    args: [channels, kernel_size = 7]\n";
    assert.deepEqual(declare.edit.documentChanges, [
      { kind: "create", uri: target, options: { ignoreIfExists: true } },
      { textDocument: { uri: target, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ]);
    // Written and opened, it counts at once.
    client.open(target, newText);
    await client.until(({ method }) => method === "workspace/diagnostic/refresh", "a request to pull again");
    assert.deepEqual((await problems(client, uri)).length, 1);
  },
);

inWorkspace(
  "a configuration that is there is added to, also by a client that makes no files",
  { "own parts/blocks.py": blocks, ".convlint.yaml": "root: true\nmodules:\n  Mine: { told: true }\n" },
  async (client, { folder, uri }) => {
    await begin(client, folder, able);
    client.open(uri, model);
    const [found] = await problems(client, uri);
    const [declare] = await actions(client, uri, found.range);
    const at = { line: 2, character: 22 };
    assert.deepEqual(declare.edit.changes, {
      [`${folder}/.convlint.yaml`]: [
        { range: { start: at, end: at }, newText: "\n  CBAM:\n    args: [channels, kernel_size = 7]" },
      ],
    });
  },
);

inWorkspace(
  "a class that is written later is found when the client tells of it",
  {},
  async (client, { folder, uri, path }) => {
    await begin(client, folder);
    const { params } = await client.until(
      ({ method, params }) => method === "client/registerCapability" && JSON.stringify(params).includes("*.py"),
      "a wish to hear of files of Python",
    );
    assert.ok(params);
    client.open(uri, model);
    assert.equal((await problems(client, uri))[0].severity, 2);
    const [found] = await problems(client, uri);
    const offered = await actions(client, uri, found.range);
    assert.ok(!offered.some(({ title }: any) => title.startsWith("Declare ")));
    writeFileSync(join(path, "blocks.py"), blocks);
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: `${folder}/blocks.py`, type: 1 }] });
    await client.until(({ method }) => method === "workspace/diagnostic/refresh", "a request to pull again");
    assert.equal((await problems(client, uri))[0].severity, 3);
  },
);
