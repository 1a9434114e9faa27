import assert from "node:assert/strict";
import { fork, spawn } from "node:child_process";
import { on, once } from "node:events";
import { test } from "node:test";
import { startedServer } from "../support/carriers";
import { deck, uri } from "../support/conversation";
import { converse, published } from "../support/first-words";
import { LspClient } from "../support/lsp-client";

test("the server talks over the channel between Node processes", { timeout: 60_000 }, async () => {
  const child = fork("dist/server.js", ["--node-ipc"]);
  published(await converse((message) => child.send(message), on(child, "message")));
  child.kill();
  await once(child, "exit");
});

test("without a way to talk the server says which there are", { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, ["dist/server.js"]);
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "close");
  assert.equal(code, 2);
  assert.match(said, /^the language server talks over --stdio.*\n$/);
});

test("the command starts the same server", { timeout: 60_000 }, async () => {
  const client = new LspClient({}, startedServer(["dist/cli.js", "lsp", "--stdio"]));
  await client.initialize();
  client.open(uri, deck, 3);
  published(await client.notified("textDocument/publishDiagnostics"));
  assert.equal(await client.end(), 0);
});
