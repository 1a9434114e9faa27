import assert from "node:assert/strict";
import { able, conversation } from "../support/conversation";

const broken = "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 3\n  - ReLU\n";
const twice = "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 3, kernel_size: 3 }\n";
const tabs = "input: [3, 8, 8]\nlayers:\n\t- Conv2d: { out_channels: 4, kernel_size: 3 }\n";
const glued = "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels:4, kernel_size: 3 }\n";
const second = "input: [3, 8, 8]\nlayers:\n  - ReLU\n---\nlayers: []\n";
const wrong = "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 9 }\n";
const json = '{ "input": [3, 8, 8], "layers": ["ReLU"';

const texts: readonly (readonly [name: string, text: string, ids: string, left: string])[] = [
  ["broken.cnn.yaml", broken, "syntax", ""],
  ["twice.cnn.yaml", twice, "duplicate-key", ""],
  ["tabs.cnn.yaml", tabs, "tab-indentation", ""],
  ["glued.cnn.yaml", glued, "missing-space", "missing-space"], // YAML can read it, and so nobody else complains
  ["second.cnn.yaml", second, "second-document", "second-document"],
  ["wrong.cnn.yaml", wrong, "kernel-fits-input", "kernel-fits-input"],
  ["broken.cnn.json", json, "syntax", ""],
];

const { diagnostic: _, ...pushed } = able.textDocument;
for (const [way, textDocument] of [
  ["asked for", able.textDocument],
  ["sent", pushed],
] as const)
  for (const leaves of [undefined, { yaml: ["syntax"], json: ["syntax"] }])
    conversation(`problems ${way}, ${leaves ? "less what other extensions tell" : "all of them"}`, async (client) => {
      await client.initialize({ ...able, textDocument }, { leaves });
      for (const [name, text, all, left] of texts) {
        const uri = `file:///models/${name}`;
        client.open(uri, text);
        const found =
          textDocument === able.textDocument
            ? (await client.request("textDocument/diagnostic", { textDocument: { uri } })).items
            : (await client.notified("textDocument/publishDiagnostics", (said) => said.uri === uri)).diagnostics;
        assert.deepEqual([...new Set(found.map(({ code }: any) => code))].join(), leaves ? left : all, name);
      }
    });

conversation("the fix of a problem that is left to others is offered all the same", async (client) => {
  await client.initialize(able, { leaves: { yaml: ["syntax"] } });
  const uri = "file:///models/tabs.cnn.yaml";
  client.open(uri, tabs);
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } };
  const asked = { textDocument: { uri }, range, context: { diagnostics: [] } };
  const actions = await client.request("textDocument/codeAction", asked);
  assert.ok(actions.some(({ title }: any) => /spaces/.test(title)));
});

conversation("leaves that make no sense leave everything", async (client) => {
  await client.initialize(able, { leaves: { yaml: "syntax", json: [1, null], toml: ["syntax"] } });
  const uri = "file:///models/broken.cnn.yaml";
  client.open(uri, broken);
  const { items } = await client.request("textDocument/diagnostic", { textDocument: { uri } });
  assert.equal(items[0].code, "syntax");
});
