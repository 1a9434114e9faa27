import assert from "node:assert/strict";
import { able, conversation, uri } from "../support/conversation";

const model = `input: [1, 32, 32]
layers:
  - Conv2d: { out_channels: 16, kernel_size: 3 } #? [16, 32, 32]
  - ReLU
  - MaxPool2d: { kernel_size: 2 } #? [16, 15, 15]
`;
const document = { textDocument: { uri } };
const whole = { ...document, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };

conversation("guesses are graded where they stand, and answers are given to who asks", async (client) => {
  await client.initialize(able);
  client.open(uri, model);
  const labels = async (): Promise<readonly string[]> =>
    (await client.request("textDocument/inlayHint", whole)).map(({ label }: { label: string }) => label);
  const shown = ["→ [16, 30, 30]", "✓ ⌊(30 + 2·0 − 2) / 2⌋ + 1 = 15"];
  assert.deepEqual(await labels(), shown);

  const run = (command: string, ...args: unknown[]) =>
    client.request("workspace/executeCommand", { command, arguments: args });
  assert.equal(await run("convlint.predict", uri, true), null);
  assert.deepEqual(await labels(), ["→ ?", shown[1]]);
  assert.equal(await run("convlint.predict", uri, false), null);
  assert.deepEqual(await labels(), shown);

  const { items } = await client.request("textDocument/diagnostic", document);
  const [{ code, severity, range, message }] = items;
  assert.deepEqual([items.length, code, severity, range.start], [1, "guess", 3, { line: 2, character: 52 }]);
  assert.equal(message, "not yet: 16 is right, 32 is too large, 32 is too large");

  const revealed = { version: 1, edits: [{ range, newText: "[16, 30, 30]" }] };
  assert.deepEqual(await run("convlint.guesses", uri, "reveal", 2), revealed);
  assert.deepEqual(await run("convlint.guesses", uri, "reveal"), revealed);
  assert.deepEqual(await run("convlint.guesses", uri, "reveal", 3), { version: 1, edits: [] });
  assert.equal((await run("convlint.guesses", uri, "remove")).edits.length, 2);
  await assert.rejects(run("convlint.guesses", uri, "forget"), /"reveal" or "remove"/);

  const actions = await client.request("textDocument/codeAction", { ...document, range, context: { diagnostics: [] } });
  assert.deepEqual(actions.map(({ title, kind }: { title: string; kind: string }) => [title, kind]).slice(0, 2), [
    ["Reveal the answer", "quickfix"],
    ["Remove all guesses", "quickfix"],
  ]);
});

conversation("a file that has no comments asks for no guesses", async (client) => {
  await client.initialize(able);
  const json = uri.replace(/yaml$/, "json");
  client.open(json, '{ "input": [1, 8, 8], "layers": ["ReLU"] }');
  const asked = { command: "convlint.predict", arguments: [json, true] };
  await assert.rejects(client.request("workspace/executeCommand", asked), /JSON file/);
});
