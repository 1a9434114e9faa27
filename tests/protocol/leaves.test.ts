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

const keyed =
  "input: [3, 8, 8]\nlayers:\n  - Twice: { }\n\nblocks:\n  Twice: { params: { channels: 8 }, layers: [ReLU] }\n";
const modeline = "# yaml-language-server: $schema=cnn.schema.json\n";
type Case = readonly [what: string, text: string, leaves: object, schemas: unknown, left: boolean];
const cases: readonly Case[] = [
  ["who has no schema is given keys", keyed, { yaml: ["keys"] }, null, false],
  ["a file that names its schema is left to others", modeline + keyed, { yaml: ["keys"] }, null, true],
  ["where nobody else completes, a schema changes nothing", modeline + keyed, {}, null, false],
  ["a schema for such files is one for this", keyed, { yaml: ["keys"] }, { "cnn.json": ["*.cnn.yaml"] }, true],
  ["a schema for a folder", keyed, { yaml: ["keys"] }, { "cnn.json": "/models/*.yaml" }, true],
  ["a schema for others", keyed, { yaml: ["keys"] }, { "other.json": "docker-compose.yaml", bad: 3 }, false],
];
for (const [what, text, leaves, schemas, left] of cases)
  conversation(
    `keys: ${what}`,
    async (client) => {
      await client.initialize(able, { leaves });
      const uri = "file:///models/keyed.cnn.yaml";
      client.open(uri, text);
      const labels = async (line: number, character: number) =>
        (
          await client.request("textDocument/completion", {
            textDocument: { uri },
            position: { line: line + text.split("\n").length - keyed.split("\n").length, character },
          })
        ).map(({ label }: any) => label);
      assert.equal((await labels(3, 0)).includes("framework"), !left);
      assert.ok((await labels(2, 13)).includes("channels"), "no schema knows the parameters of a block");
      assert.ok((await labels(2, 4)).includes("Twice"));
    },
    {
      "workspace/configuration": ({ items }) =>
        items.map(({ section }: any) => (section === "yaml.schemas" ? schemas : {})),
    },
  );
