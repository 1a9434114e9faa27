import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { understand } from "../../server/src/service";
import { able, conversation, deck, uri } from "../support/conversation";

const closed = "file:///models/closed.cnn.yaml";
const command = (name: string, ...args: readonly unknown[]) => ({ command: `convlint.${name}`, arguments: args });

conversation("a model that is not open is checked from its text, and nothing is kept", async (client) => {
  await client.initialize(able, { extensionUri: "https://example.org/convlint/" });
  const text = deck.replace("25000", "25087");
  const { diagnostics, status } = await client.request("convlint/check", { uri: closed, text });
  assert.deepEqual(
    diagnostics.map(({ code, source }: any) => [code, source]),
    [["stated-size", "convlint"]],
  );
  assert.match(diagnostics[0].codeDescription.href, /docs\/rules\/stated-size\.md$/);
  assert.deepEqual([status.format, status.errors], ["convlint", 1]);
  const { documents } = await client.request("convlint/about", {});
  assert.equal(documents, 0);
});

conversation("what is no model has no problems when it is checked", async (client) => {
  await client.initialize();
  for (const text of ["services: {}\n", "", "\u0000", "[".repeat(10_000)]) {
    const found = await client.request("convlint/check", { uri: "file:///a.yaml", text });
    assert.deepEqual([found.diagnostics, found.status.format], [[], null]);
  }
});

conversation("the server tells what it is", async (client) => {
  await client.initialize();
  client.open(uri, deck);
  const { version, runtime, process: id, documents } = await client.request("convlint/about", {});
  assert.equal(version, JSON.parse(readFileSync("package.json", "utf8")).version);
  assert.match(runtime, /^Node \d+/);
  assert.ok(id > 0);
  assert.equal(documents, 1);
});

conversation("the status says how long reading took, and which configuration counts", async (client) => {
  await client.initialize(able);
  client.open(uri, deck);
  const { took, settings } = await client.notified("convlint/status");
  assert.ok(took >= 0);
  assert.deepEqual(settings, { problems: 0, files: [] });
});

conversation(
  "the status counts what is wrong in the configuration of a model, and says where that lies",
  async (client) => {
    const folder = mkdtempSync(join(tmpdir(), "convlint ä #"));
    process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, ".convlint.yaml");
    writeFileSync(file, "rules: { no-such-rule: off }\n");
    await client.initialize(able);
    client.open(pathToFileURL(join(folder, "deck.cnn.yaml")).href, deck);
    const { settings } = await client.notified("convlint/status");
    assert.equal(settings.problems, 1);
    assert.equal(decodeURIComponent(settings.files[0]), decodeURIComponent(pathToFileURL(file).href));
    const checked = await client.request("convlint/check", {
      uri: pathToFileURL(join(folder, "other.cnn.yaml")).href,
      text: deck,
    });
    assert.equal(checked.status.format, "convlint");
  },
);

conversation("the zoo is listed with its totals, and each of it is a model that is right", async (client) => {
  await client.initialize();
  const list = await client.request("workspace/executeCommand", command("zoo"));
  const files = readdirSync("examples/zoo").filter((file) => file.endsWith(".cnn.yaml"));
  assert.deepEqual(list.map(({ id }: any) => `${id}.cnn.yaml`).sort(), files.sort());
  const resnet = list.find(({ id }: any) => id === "resnet18");
  assert.deepEqual(resnet, {
    id: "resnet18",
    title: "ResNet-18",
    shows: "shortcuts, a block with when",
    framework: "PyTorch",
    parameters: "11,689,512",
    macs: "1.81 G",
  });
  const text = await client.request("workspace/executeCommand", command("zoo", "resnet18"));
  assert.equal(text, readFileSync("examples/zoo/resnet18.cnn.yaml", "utf8"));
  // It is opened unsaved, under a name that may say nothing.
  assert.equal(understand("Untitled-1", text)?.analysis.problems.length, 0);
  await assert.rejects(client.request("workspace/executeCommand", command("zoo", "no-such")), /the zoo has no no-such/);
});

conversation("a page of a rule or an operator needs no file", async (client) => {
  await client.initialize();
  const page = (id: unknown) => client.request("workspace/executeCommand", command("page", id));
  assert.match(await page("Conv2d"), /^# Conv2d\n/);
  assert.match(await page("bias-before-norm"), /^# bias-before-norm\n/);
  assert.equal(await page("no-such-thing"), null);
  assert.equal(await page(undefined), null);
});
