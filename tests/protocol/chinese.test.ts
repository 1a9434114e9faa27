import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { able, conversation, deck, uri } from "../support/conversation";

/** What an editor whose language is Chinese hands over: the bundle in the package, as it read it itself. */
const translations = JSON.parse(readFileSync("l10n/bundle.l10n.zh-cn.json", "utf8"));
const han = /\p{Script=Han}/u;
const yolo = "nc: 80\nbackbone:\n  - [-1, 1, Conv, [64, 3, 2]]\n  - [-1, 3, C2f, [64, True]]\n";

conversation("an editor in Chinese is answered in Chinese: problems, hovers, hints and commands", async (client) => {
  await client.initialize(able, { translations, extensionUri: "https://example.org/convlint/" });
  client.open(uri, deck.replace("25000", "25087"));
  const position = { line: deck.split("\n").findIndex((line) => line.includes("Conv2d")), character: 6 };
  const textDocument = { uri };
  const { items } = await client.request("textDocument/diagnostic", { textDocument });
  assert.ok(items.length);
  for (const { message } of items) assert.match(message, han);
  const hover = await client.request("textDocument/hover", { textDocument, position });
  assert.match(hover.contents.value, /卷积核/);
  const hints = await client.request("textDocument/inlayHint", {
    textDocument,
    range: { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } },
  });
  assert.ok(hints.length);
  const run = (command: string, ...args: readonly unknown[]) =>
    client.request("workspace/executeCommand", { command: `convlint.${command}`, arguments: args });
  assert.match(await run("summary", uri), /参数/);
  assert.match(await run("page", "bias-before-norm"), /偏置/);
  assert.match(await run("page", "Conv2d"), /步幅/);
  const zoo = await run("zoo");
  assert.ok(zoo.length);
  for (const { shows } of zoo) assert.match(shows, han);
  await assert.rejects(run("zoo", "none"), /模型库/);
});

conversation("modules of Ultralytics are told of in Chinese", async (client) => {
  await client.initialize(able, { translations });
  const textDocument = { uri: "file:///yolov8n.yaml" };
  client.open(textDocument.uri, yolo);
  const hover = await client.request("textDocument/hover", { textDocument, position: { line: 3, character: 13 } });
  assert.match(hover.contents.value, /拆分通道/);
});

conversation("what a language is said of is found beside the server", async (client) => {
  await client.request("initialize", { processId: null, rootUri: null, capabilities: able, locale: "zh-cn" });
  client.notify("initialized");
  client.open(uri, deck);
  const page = await client.request("workspace/executeCommand", { command: "convlint.page", arguments: ["Conv2d"] });
  assert.match(page, han);
});
