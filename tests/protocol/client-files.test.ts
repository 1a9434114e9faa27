import assert from "node:assert/strict";
import { able, conversation, deck } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";

const folder = "virtual://host/a%20b/models";
const model = `${folder}/inner/deck.cnn.yaml`;
const capabilities = {
  ...able,
  workspace: { ...able.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

const pull = async (client: LspClient, uri = model) =>
  (await client.request("textDocument/diagnostic", { textDocument: { uri } })).items;
const refreshed = (client: LspClient) =>
  client.until(({ method }) => method === "workspace/diagnostic/refresh", "a request to pull again");
const open = async (client: LspClient, files: boolean | undefined) => {
  const params = { processId: null, rootUri: null, workspaceFolders: [{ uri: folder, name: "models" }], capabilities };
  await client.request("initialize", { ...params, initializationOptions: { files } });
  client.notify("initialized");
  client.open(model, deck);
};

/** A client that has these files, and remembers what was asked of it. */
function having(files: { [uri: string]: string }) {
  const asked: string[] = [];
  return {
    files,
    asked,
    answers: {
      "convlint/readFile": ({ uri }: { uri: string }) => (asked.push(uri), files[uri] ?? null),
      "convlint/findFiles": ({ folder: below, glob }: { folder: string; glob: string }) => {
        asked.push(`${below} ${glob}`);
        return Object.keys(files).filter((uri) => uri.startsWith(`${below}/`) && uri.endsWith(".py"));
      },
    },
  };
}

const configured = having({
  [`${folder}/.convlint.yaml`]: "extends: [base.convlint.yaml]\n",
  [`${folder}/base.convlint.yaml`]: "rules: { stated-size: off }\n",
});
conversation(
  "a configuration that lies on no disk holds, with what it extends, until it changes",
  async (client) => {
    await open(client, true);
    assert.deepEqual(await pull(client), []);
    const uri = `${folder}/base.convlint.yaml`;
    configured.files[uri] = "rules: { stated-size: hint }\n";
    const before = configured.asked.length;
    assert.deepEqual(await pull(client), []);
    assert.equal(configured.asked.length, before); // it is known
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
    await refreshed(client);
    assert.deepEqual(
      (await pull(client)).map(({ severity }: { severity: number }) => severity),
      [4],
    );
    assert.deepEqual(configured.asked.slice(before), [uri]);
  },
  configured.answers,
);

const lacking = having({ [`${folder}/.convlint.yaml`]: "extends: [gone.convlint.yaml]\n" });
conversation(
  "a file that is not there is missed where it is named",
  async (client) => {
    await open(client, true);
    client.open(`${folder}/.convlint.yaml`, lacking.files[`${folder}/.convlint.yaml`]!);
    assert.match((await pull(client, `${folder}/.convlint.yaml`))[0].message, /there is no file gone/);
  },
  lacking.answers,
);

const detector = "nc: 3\nbackbone:\n  - [-1, 1, Conv, [64, 3, 2]]\n  - [-1, 1, Mystery, [64]]\n";
const rows = `${folder}/inner/rows.yaml`;
const python = having({ [`${folder}/inner/mine.py`]: "class Mystery(nn.Module):\n    pass\n" });
conversation(
  "a class is found where the client finds it",
  async (client) => {
    await open(client, true);
    client.open(rows, detector);
    await pull(client, rows);
    await refreshed(client);
    assert.match(JSON.stringify(await pull(client, rows)), /inner\/mine\.py/);
    assert.ok(python.asked.includes(`${folder} **/*.py`));
  },
  python.answers,
);

const unasked = having({ [`${folder}/.convlint.yaml`]: "rules: { stated-size: off }\n" });
conversation(
  "a client that offers no files is asked for none",
  async (client) => {
    await open(client, undefined);
    assert.equal((await pull(client))[0].code, "stated-size");
    assert.deepEqual(unasked.asked, []);
  },
  unasked.answers,
);
