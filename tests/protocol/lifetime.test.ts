import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { conversation, deck, startedConversation, uri } from "../support/conversation";

startedConversation("a conversation that ends as it should ends with 0", async (client) => {
  await client.initialize();
  assert.equal(await client.end(), 0);
});

startedConversation("an exit before the shutdown is a failure", async (client) => {
  await client.initialize();
  client.notify("exit");
  assert.equal(await client.exit(), 1);
});

startedConversation("the server ends when nobody talks to it any more", async (client) => {
  await client.initialize();
  client.hangUp();
  assert.equal(await client.exit(), 1);
});

startedConversation("the server ends when the process that started it is gone", async (client) => {
  const parent = spawn(process.execPath, ["-e", ""]);
  await once(parent, "exit");
  await client.initialize({}, undefined, parent.pid!);
  assert.equal(await client.exit(), 1);
});

conversation("nonsense is answered with an error or with nothing, and the talk goes on", async (client) => {
  await client.initialize();
  client.open(uri, deck);
  const unknown = await client.answerTo(client.ask("textDocument/nonsense", {}));
  assert.equal(unknown.error?.code, -32601);
  for (const params of [{}, { textDocument: { uri } }, { textDocument: { uri }, position: null }, [], null]) {
    const { result, error } = await client.answerTo(client.ask("textDocument/hover", params));
    assert.ok(error || result === null);
  }
  client.notify("textDocument/didChange", { textDocument: { uri: "file:///never-opened.yaml", version: 2 } });
  client.notify("textDocument/didClose", { textDocument: { uri: "file:///never-opened.yaml" } });
  const found = await client.request("textDocument/hover", {
    textDocument: { uri },
    position: { line: 3, character: 5 },
  });
  assert.match(found.contents.value, /ReLU/);
  const wild = { textDocument: { uri }, position: { line: 999_999, character: 999_999 } };
  assert.equal(await client.request("textDocument/hover", wild), null);
});
