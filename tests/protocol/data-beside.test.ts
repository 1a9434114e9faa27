import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { able, conversation } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";

const model = `nc: 80
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
head:
  - [[0], 1, Detect, [nc]]
`;
const dataOf = (classes: number): string => `train: images/train\nnc: ${classes}\n`;

/** A folder that an editor has open, with a data file in it and one above it that is none of its business. */
function folder() {
  const above = mkdtempSync(join(tmpdir(), "convlint ö #"));
  process.on("exit", () => rmSync(above, { recursive: true, force: true }));
  const open = join(above, "open");
  mkdirSync(join(open, "models"), { recursive: true });
  writeFileSync(join(above, "data.yaml"), dataOf(7));
  const path = (...parts: readonly string[]): string => pathToFileURL(join(open, ...parts)).href;
  return { root: path(), model: path("models", "model.yaml"), data: path("data.yaml"), file: join(open, "data.yaml") };
}

const start = async (client: LspClient, root: string): Promise<void> => {
  const workspace = { ...able.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
  const workspaceFolders = [{ uri: root, name: "open" }];
  const capabilities = { ...able, workspace };
  await client.request("initialize", { processId: null, rootUri: root, workspaceFolders, capabilities });
  client.notify("initialized");
};

const messages = async (client: LspClient, uri: string): Promise<readonly string[]> =>
  (await client.request("textDocument/diagnostic", { textDocument: { uri } })).items.map(({ message }: any) => message);
const refreshed = (client: LspClient) =>
  client.until(({ method }) => method === "workspace/diagnostic/refresh", "a request to pull again");

conversation("a data file beside a model counts as it is being written, then as it is saved", async (client) => {
  const { root, model: uri, data, file } = folder();
  await start(client, root);
  client.open(uri, model);
  assert.deepEqual(await messages(client, uri), []);

  client.open(data, dataOf(3));
  await refreshed(client);
  assert.match(
    (await messages(client, uri))[0]!,
    /^\.\.\/data\.yaml has 3 classes: the trainer builds the model for 3/,
  );

  client.change(data, 2, { text: dataOf(80) });
  await refreshed(client);
  assert.deepEqual(await messages(client, uri), []);

  writeFileSync(file, dataOf(5));
  client.notify("textDocument/didClose", { textDocument: { uri: data } });
  await refreshed(client);
  assert.match((await messages(client, uri))[0]!, /has 5 classes/);

  writeFileSync(file, "train: [\n");
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: data, type: 2 }] });
  await refreshed(client);
  assert.deepEqual(await messages(client, uri), []);
});

conversation("changes of data files are asked for", async (client) => {
  await start(client, folder().root);
  const { params } = await client.until(
    ({ method, params }) =>
      method === "client/registerCapability" &&
      params.registrations.some((one: any) => one.method === "workspace/didChangeWatchedFiles"),
    "a registration",
  );
  const { watchers } = params.registrations[0].registerOptions;
  for (const name of ["data.yaml", "data.yml", "dataset.yaml"])
    assert.ok(watchers.some(({ globPattern }: any) => globPattern === `**/${name}`));
});
