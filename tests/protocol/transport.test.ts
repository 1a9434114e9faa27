import assert from "node:assert/strict";
import { fork, spawn } from "node:child_process";
import { on, once } from "node:events";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { deck, uri } from "../support/conversation";
import { LspClient } from "../support/lsp-client";

const open = {
  jsonrpc: "2.0",
  method: "textDocument/didOpen",
  params: { textDocument: { uri, languageId: "yaml", version: 3, text: deck } },
};
const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { processId: null, rootUri: null, capabilities: {} },
};

/** Sends the beginning of a conversation and gives what is published for the model. */
async function converse(
  send: (message: object) => void,
  messages: AsyncIterable<readonly unknown[]>,
): Promise<{ readonly version: number; readonly diagnostics: readonly { readonly code: string }[] }> {
  send(initialize);
  for await (const [message] of messages) {
    const { id, method, params } = message as { id?: number; method?: string; params: any };
    if (id === 1) for (const next of [{ jsonrpc: "2.0", method: "initialized", params: {} }, open]) send(next);
    if (method === "textDocument/publishDiagnostics") return params;
  }
  throw new Error("the server went away");
}

function published({ version, diagnostics }: Awaited<ReturnType<typeof converse>>): void {
  assert.equal(version, 3);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ["stated-size"],
  );
}

test("the server talks over the channel between Node processes", { timeout: 10_000 }, async () => {
  const child = fork("dist/server.js", ["--node-ipc"]);
  published(await converse((message) => child.send(message), on(child, "message")));
  child.kill();
  await once(child, "exit");
});

test("the server for the browser talks from a worker", { timeout: 10_000 }, async () => {
  // A worker of Node has no `self`; this is what the one of a browser gives.
  const shim = `
    const { parentPort } = require("node:worker_threads");
    const { readFileSync } = require("node:fs");
    globalThis.self = {
      postMessage: (message) => parentPort.postMessage(message),
      addEventListener: (_, listen) => parentPort.on("message", (data) => listen({ data })),
      set onmessage(listen) { parentPort.on("message", (data) => listen({ data })); },
    };
    const run = new Function("self", "process", "require", "module", readFileSync("dist/web/server.js", "utf8"));
    run(globalThis.self, undefined, undefined, undefined);
  `;
  const worker = new Worker(shim, { eval: true });
  published(await converse((message) => worker.postMessage(message), on(worker, "message")));
  await worker.terminate();
});

test("without a way to talk the server says which there are", { timeout: 10_000 }, async () => {
  const child = spawn(process.execPath, ["dist/server.js"]);
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "close");
  assert.equal(code, 2);
  assert.match(said, /^the language server talks over --stdio.*\n$/);
});

test("the command starts the same server", { timeout: 10_000 }, async () => {
  const client = new LspClient({}, ["dist/cli.js", "lsp", "--stdio"]);
  await client.initialize();
  client.open(uri, deck, 3);
  published(await client.notified("textDocument/publishDiagnostics"));
  assert.equal(await client.end(), 0);
});
