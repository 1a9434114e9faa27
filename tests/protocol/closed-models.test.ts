import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { conversation } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";

const model = (name: string, block = "Stage") => `input: [3, 8, 8]
layers:
  - ReLU:
    name: ${name}
  - ${block}
blocks:
  ${block}:
    layers:
      - Sigmoid:
        name: inner
`;
const rows = "backbone:\n  - [-1, 1, Conv, [64, 3, 2]]\nhead: []\n";

/** A folder that is gone when the test is. */
async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "convlint closed "));
  try {
    await test(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const begin = (client: LspClient, folder?: string) =>
  client
    .request("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
      ...(folder !== undefined && { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "models" }] }),
    })
    .then(() => client.notify("initialized"));

const symbols = async (client: LspClient, query: string): Promise<readonly string[]> =>
  (await client.request("workspace/symbol", { query })).map(
    ({ name, containerName = "", location: { uri, range } }: any) =>
      `${name} in ${containerName} of ${uri.slice(uri.lastIndexOf("/") + 1)}, line ${range.start.line + 1}`,
  );

conversation("models of the workspace are found by what has a name in them", (client) =>
  inFolder(async (folder) => {
    mkdirSync(join(folder, "deep/node_modules"), { recursive: true });
    writeFileSync(join(folder, "deep/a b.cnn.yaml"), model("stem"));
    writeFileSync(join(folder, "yolo.yaml"), rows);
    writeFileSync(join(folder, "data.yaml"), "stem: 3\n");
    writeFileSync(join(folder, "broken.cnn.yaml"), `${model("trunk")}  - : [\n`);
    writeFileSync(join(folder, "deep/node_modules/c.cnn.yaml"), model("stem"));
    await begin(client, folder);
    assert.deepEqual(await symbols(client, "stem"), ["stem in a b.cnn.yaml of a%20b.cnn.yaml, line 4"]);
    assert.deepEqual(await symbols(client, "stg"), [
      "Stage in broken.cnn.yaml of broken.cnn.yaml, line 7",
      "Stage in a b.cnn.yaml of a%20b.cnn.yaml, line 7",
    ]);
    assert.deepEqual(await symbols(client, "inner"), [
      "inner in Stage of broken.cnn.yaml, line 10",
      "inner in Stage of a%20b.cnn.yaml, line 10",
    ]);
    assert.deepEqual(await symbols(client, "yolo"), ["yolo.yaml in  of yolo.yaml, line 1"]);
    assert.deepEqual(await symbols(client, "data"), []);

    writeFileSync(join(folder, "deep/a b.cnn.yaml"), model("changed_since"));
    rmSync(join(folder, "broken.cnn.yaml"));
    assert.deepEqual(await symbols(client, "stem"), []);
    assert.deepEqual((await symbols(client, "changed")).length, 1);
    assert.deepEqual((await symbols(client, "trunk")).length, 0);

    // Of a file that was checked and is gone since, nothing is found either.
    writeFileSync(join(folder, "checked.cnn.yaml"), model("checked"));
    const checked = { uri: pathToFileURL(join(folder, "checked.cnn.yaml")).href, text: model("checked") };
    await client.request("convlint/check", checked);
    assert.equal((await symbols(client, "checked")).length, 2);
    rmSync(join(folder, "checked.cnn.yaml"));
    assert.deepEqual(await symbols(client, "checked"), []);

    // An open one counts as it is written, and once.
    client.open(pathToFileURL(join(folder, "deep/a b.cnn.yaml")).href, model("written"));
    assert.deepEqual(await symbols(client, "changed"), []);
    assert.equal((await symbols(client, "written")).length, 1);
    assert.equal((await symbols(client, "a b.cnn")).length, 1);

    // Also one that is no model for the moment, whatever was saved.
    client.open(pathToFileURL(join(folder, "yolo.yaml")).href, "back: one\n");
    assert.deepEqual(await symbols(client, "yolo"), []);
  }),
);

conversation("where the server has no disk, the client tells of closed models", async (client) => {
  await begin(client);
  const uri = "vscode-vfs://github/models/net.yaml";
  await client.request("convlint/check", { uri, text: model("stem") });
  assert.deepEqual(await symbols(client, "stem"), ["stem in net.yaml of net.yaml, line 4"]);
  await client.request("convlint/check", { uri, text: "nothing: of ours" });
  assert.deepEqual(await symbols(client, ""), []);
});

conversation("who gives up is not kept waiting, and what was read is kept", (client) =>
  inFolder(async (folder) => {
    for (let i = 0; i < 300; i++) writeFileSync(join(folder, `m${i}.cnn.yaml`), model(`layer_${i}`));
    await begin(client, folder);
    const id = client.ask("workspace/symbol", { query: "layer_7" });
    client.notify("$/cancelRequest", { id });
    const { error, result } = await client.answerTo(id);
    assert.ok(result || error?.code === -32800);
    assert.ok((await symbols(client, "layer_299")).length === 1);
    assert.equal((await symbols(client, "")).length, 500);
  }),
);

const far = "virtual://host/a%20b/models";
const texts: { [uri: string]: string } = {
  [`${far}/inner/net.cnn.yaml`]: model("stem"),
  [`${far}/data.yaml`]: "stem: 3\n",
  [`${far}/gone.yaml`]: "",
};
const asked: string[] = [];
conversation(
  "where the client reads for the server, models are found there, each read once until it changes",
  async (client) => {
    const params = { processId: null, rootUri: null, workspaceFolders: [{ uri: far, name: "models" }] };
    const workspace = { didChangeWatchedFiles: { dynamicRegistration: true } };
    const initializationOptions = { files: true };
    await client.request("initialize", { ...params, capabilities: { workspace }, initializationOptions });
    client.notify("initialized");
    const { params: registered } = await client.until(
      ({ method }) => method === "client/registerCapability",
      "watchers",
    );
    const { watchers } = (registered as any).registrations[0].registerOptions;
    assert.ok(watchers.some(({ globPattern }: any) => globPattern === "**/*.{yaml,yml,cnn.json}"));
    const line = (name: string) => [`${name} in net.cnn.yaml of net.cnn.yaml, line 4`];
    assert.deepEqual(await symbols(client, "stem"), line("stem"));
    assert.deepEqual(await symbols(client, "stem"), line("stem"));
    assert.equal(asked.filter((uri) => uri.endsWith("net.cnn.yaml")).length, 1);
    texts[`${far}/inner/net.cnn.yaml`] = model("trunk");
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: `${far}/inner/net.cnn.yaml`, type: 2 }] });
    assert.deepEqual(await symbols(client, "trunk"), line("trunk"));
    assert.deepEqual(await symbols(client, "stem"), []);
  },
  {
    "convlint/findFiles": () => Object.keys(texts),
    "convlint/readFile": ({ uri }) => (asked.push(uri), texts[uri] || null),
  },
);
