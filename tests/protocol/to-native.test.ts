import assert from "node:assert/strict";
import { able, conversation, deck, uri } from "../support/conversation";

const rows = `nc: 10
scales:
  n: [0.33, 0.25, 1024]
  s: [0.33, 0.50, 1024]
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
  - [-1, 3, C2f, [128, True]]
head:
  - [-1, 1, Classify, [nc]]
`;
const yolo = "file:///models/small-cls.yaml";

conversation(
  "a model of rows is told in the native format, at the scale that is looked at or another",
  async (client) => {
    await client.initialize(able);
    client.open(yolo, rows);
    const run = (...args: unknown[]): Promise<string> =>
      client.request("workspace/executeCommand", { command: "convlint.toNative", arguments: args });
    const small = await run(yolo);
    assert.match(small, /^input: \[3, /m);
    assert.match(small, /Conv2d: \{ out_channels: /);
    assert.notEqual(await run(yolo, "s"), small);
    await assert.rejects(run(yolo, "z"), /no scale z/);

    const native = "file:///models/small.cnn.yaml";
    client.open(native, small);
    const { items } = await client.request("textDocument/diagnostic", { textDocument: { uri: native } });
    assert.deepEqual(
      items.filter(({ severity }: { severity: number }) => severity === 1),
      [],
    );
  },
);

conversation("what cannot be told in the native format is refused with the reason", async (client) => {
  await client.initialize(able);
  client.open(uri, deck);
  client.open(yolo, rows.replace("- [-1, 3, C2f, [128, True]]", "- [-1, 1, Elsewhere, [8]]"));
  const run = (of: string) =>
    client.request("workspace/executeCommand", { command: "convlint.toNative", arguments: [of] });
  await assert.rejects(run(uri), /is in the native format/);
  await assert.rejects(run(yolo), /Elsewhere/);
});
