import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { able, conversation } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";

const attention = readFileSync("tests/beside/attention.py", "utf8");
const model = `nc: 3
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
  - [-1, 1, Gate, [8]]
  - [-1, 1, Conv, [128, 3, 2]]
  - [-1, 1, Gate, [24]]
head:
  - [-1, 1, Classify, [nc]]
`;
const program = `import torch
from torch import nn
from own.attention import Gate

model = nn.Sequential(Gate(64, 8), nn.ReLU())
print(model(torch.zeros(1, 64, 8, 8)).shape)
`;

const inWorkspace = (
  name: string,
  talk: (client: LspClient, folder: string, path: string) => Promise<void>,
  files: { readonly [path: string]: string } = { "own/attention.py": attention },
): void =>
  conversation(name, async (client) => {
    const path = realpathSync(mkdtempSync(join(tmpdir(), "own modules ")));
    try {
      mkdirSync(join(path, "own"));
      for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
      const folder = pathToFileURL(path).href;
      await client.request("initialize", {
        processId: null,
        rootUri: null,
        capabilities: able,
        workspaceFolders: [{ uri: folder, name: "workspace" }],
      });
      client.notify("initialized");
      await talk(client, folder, path);
    } finally {
      rmSync(path, { recursive: true });
    }
  });

const problems = async (client: LspClient, uri: string) =>
  (await client.request("textDocument/diagnostic", { textDocument: { uri } })).items.filter(
    ({ severity }: any) => severity < 3,
  );

inWorkspace("a row of a class in a file of Python is told of, hovered and followed", async (client, folder) => {
  const uri = `${folder}/net.yaml`;
  const target = `${folder}/own/attention.py`;
  client.open(uri, model);
  const [refused, ...others] = await problems(client, uri);
  assert.deepEqual([refused.code, others], ["module-refuses", []]);
  assert.deepEqual(refused.relatedInformation[0].location, {
    uri: target,
    range: { start: { line: 14, character: 8 }, end: { line: 14, character: 66 } },
  });
  const at = { textDocument: { uri }, position: { line: 3, character: 12 } };
  const hover = await client.request("textDocument/hover", at);
  assert.match(hover.contents.value, /Weighs channels[\s\S]*Gate\(c1, ratio = 16\)[\s\S]*1,096/);
  const [link] = await client.request("textDocument/definition", at);
  assert.deepEqual([link.uri ?? link.targetUri, (link.range ?? link.targetSelectionRange).start.line], [target, 6]);
  const signature = await client.request("textDocument/signatureHelp", {
    ...at,
    position: { line: 3, character: 19 },
  });
  assert.equal(signature.signatures[0].label, "Gate(ratio = 16)");

  // What is being edited counts as it stands.
  client.open(target, attention.replace("c1 % ratio == 0", "c1 % ratio < 99"));
  await client.until(({ method }) => method === "workspace/diagnostic/refresh", "a request to pull again");
  assert.deepEqual(await problems(client, uri), []);
});

inWorkspace(
  "what a file imports is read as it is being edited, and told of where it is used",
  async (client, folder) => {
    const uri = `${folder}/train.py`;
    const target = `${folder}/own/attention.py`;
    client.open(target, attention.replace("self.scores(self.squeeze(x))", "self.scores(x).view(3, 5)"));
    client.open(uri, program);
    const [found, ...others] = await problems(client, uri);
    assert.deepEqual([found.range.start.line, others], [5, []]);
    assert.equal(found.relatedInformation.at(-1).location.uri, target);
  },
);
