// What is told of a program of Python while a line of it is broken, or only half written.
import assert from "node:assert/strict";
import { able, conversation } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";
import { openPython, paused, type Seen, seen, seenAfresh } from "../support/typing-python";

const uri = "file:///models/net.py";
const program = `import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, padding=1)
        self.fc = nn.Linear(8 * 3 * 3, 1)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        return self.fc(torch.flatten(x, 1))


print(Net()(torch.randn(4, 3, 4, 4)).shape)
`;
const well = program.replaceAll("* 3", "* 4");
const wrongSize = "8 28 8 37 stated-size";

const put = (text: string, before: string, more: string): string => text.replace(before, `${more}${before}`);
const codes = ({ problems }: Seen): readonly (string | undefined)[] => problems.map((one) => one.split(" ").at(-1));

async function changed(client: LspClient, version: number, text: string): Promise<Seen> {
  client.change(uri, version, { text });
  return seen(client, uri);
}

conversation("a broken line takes nothing away from the others, wherever they go", async (client) => {
  await client.initialize(able);
  openPython(client, uri, program);
  const before = await seen(client, uri);
  assert.deepEqual(before.problems, [wrongSize]);
  assert.deepEqual([...before.hints.keys()], [11]);

  // Two lines more above all that is known, and one of them is no Python.
  const broken = await changed(client, 2, put(program, "class Net", "x = 1\nif (\n"));
  assert.deepEqual(broken.problems, ["10 28 10 37 stated-size"]);
  assert.deepEqual(
    [...broken.hints],
    [...before.hints].map(([line, label]) => [line + 2, label]),
  );
  assert.deepEqual(
    broken.lenses,
    before.lenses.map((lens) => lens.replace(/^\d+/, (line) => String(Number(line) + 2))),
  );
  const hover = (line: number, character: number) =>
    client.request("textDocument/hover", { textDocument: { uri }, position: { line, character } });
  const shown = await hover(9, 24);
  assert.match(shown.contents.value, /Conv2d[\s\S]*8, 4, 4/);
  assert.deepEqual(shown.range.start, { line: 9, character: 20 });
  assert.equal(await hover(5, 1), null);
  assert.match(
    await client.request("workspace/executeCommand", { command: "convlint.summary", arguments: [uri] }),
    /224/,
  );

  // In the line itself nothing holds any more.
  const inside = await changed(client, 3, program.replace("torch.relu(self.conv(x))", "torch.relu(self.conv(x"));
  assert.deepEqual([inside.problems, [...inside.hints.keys()], inside.lenses], [[wrongSize], [], before.lenses]);
  const size = await changed(client, 4, program.replace("3 * 3, 1)", "3 * 1"));
  assert.deepEqual([size.problems, [...size.hints.keys()]], [[], [11]]);
  const named = await changed(client, 5, program.replace("Net(nn.Module)", "Net(nn.Module"));
  assert.deepEqual([named.problems, [...named.hints.keys()], named.lenses], [[wrongSize], [11], []]);
});

conversation("what may only not be written yet is told after a pause, of the same version", async (client) => {
  await client.initialize(able);
  openPython(client, uri, well);
  const before = await seen(client, uri);
  assert.deepEqual(before.problems, []);
  const text = put(well, "        return", "        x = self.extra(x)\n");
  const typed = await changed(client, 2, text);
  assert.deepEqual(typed.problems, []);
  assert.deepEqual([...typed.hints.values()], [...before.hints.values()]);
  await client.until(({ method }) => method === "workspace/diagnostic/refresh", "a wish to be asked again");
  const told = await seen(client, uri);
  assert.deepEqual(told.problems, ["12 12 12 22 unknown-attribute"]);
  assert.deepEqual(told, await seenAfresh(client, text));
  // What is known stays known while somebody types on.
  assert.deepEqual((await changed(client, 3, text.replace("extra(x)", "extras(x)"))).problems, [
    "12 12 12 23 unknown-attribute",
  ]);
  assert.deepEqual((await changed(client, 4, well)).problems, []);
});

conversation("who saves a file is told at once", async (client) => {
  const { capabilities } = await client.initialize(able);
  assert.equal(capabilities.textDocumentSync.save, true);
  openPython(client, uri, well);
  await seen(client, uri);
  const text = well.replace("self.conv(x)", "self.con(x)");
  assert.deepEqual((await changed(client, 2, text)).problems, []);
  assert.deepEqual(codes(await paused(client, uri)), ["unknown-attribute"]);
  // And so is who wants all of it mended, as on saving.
  await changed(client, 3, well);
  const other = well.replace("super().__init__()", "pass");
  assert.deepEqual((await changed(client, 4, other)).problems, []);
  const whole = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const context = { diagnostics: [], only: ["source.fixAll"] };
  await client.request("textDocument/codeAction", { textDocument: { uri }, range: whole, context });
  assert.deepEqual(codes(await seen(client, uri)), ["super-not-initialised"]);
});

conversation(
  "a letter waits with whatever it brings, and a number or what comes at once only with what is missing",
  async (client) => {
    await client.initialize(able);
    openPython(client, uri, well);
    await seen(client, uri);
    const letter = await changed(client, 2, well.replace("4 * 4, 1)", "4 + 4, 1)"));
    assert.deepEqual([letter.problems, [...letter.hints.keys()]], [[], [11, 12]]);
    await changed(client, 3, well);
    const digit = await changed(client, 4, well.replace("4 * 4, 1)", "4 * 3, 1)"));
    assert.deepEqual(codes(digit), ["stated-size"]);
    const whole = await changed(client, 5, well.replace("8 * 4 * 4, 1)", "2048 * 2048, 1)"));
    assert.deepEqual(codes(whole), ["stated-size"]);
    const empty = await changed(client, 6, well.replace("nn.Linear(8 * 4 * 4, 1)", "nn.Linear()"));
    assert.deepEqual(codes(empty), []);
    assert.deepEqual(codes(await paused(client, uri)), ["missing-argument"]);
  },
);

conversation("what is written elsewhere while a line is broken counts as it is written", async (client) => {
  await client.initialize(able);
  openPython(client, uri, well);
  await seen(client, uri);
  const broken = well.replace("4, 4)).shape)", "4, 4)");
  await changed(client, 2, broken);
  const other = await changed(client, 3, broken.replace("padding=1)", "padding=1, bias=False)"));
  assert.equal(other.hints.get(11), "36 → [8, 4, 4] · 216");
  assert.deepEqual(other.problems, []);
  const mended = await changed(client, 4, well.replace("padding=1)", "padding=1, bias=False)"));
  assert.equal(mended.hints.get(11), "36 → [8, 4, 4] · 216");
});

conversation("problems that are sent are those of the version that they name", async (client) => {
  const { diagnostic: _, ...pushed } = able.textDocument;
  await client.initialize({ ...able, textDocument: pushed });
  openPython(client, uri, program);
  const published = async (version: number, wanted = (_: any): boolean => true) => {
    const isWanted = (said: any): boolean => said.uri === uri && said.version === version && wanted(said);
    const { diagnostics } = await client.notified("textDocument/publishDiagnostics", isWanted);
    return diagnostics.map(({ code, range: { start } }: any) => [start.line, start.character, code]);
  };
  assert.deepEqual(await published(1), [[8, 28, "stated-size"]]);
  client.change(uri, 2, { text: put(program, "class Net", "if (\n") });
  assert.deepEqual(await published(2), [[9, 28, "stated-size"]]);
  client.change(uri, 3, { text: program });
  client.change(uri, 4, { text: put(program, "        return", "        x = self.extra(x)\n") });
  assert.deepEqual(await published(4), [[8, 28, "stated-size"]]);
  assert.deepEqual(await published(4, ({ diagnostics }) => diagnostics[0]?.code === "unknown-attribute"), [
    [12, 12, "unknown-attribute"],
  ]);
  const { errors } = await client.notified("convlint/status", (said) => said.version === 4 && said.errors === 1);
  assert.equal(errors, 1);
});

conversation("who cannot be asked to ask again is told at once", async (client) => {
  const { diagnostics: _, ...workspace } = able.workspace;
  await client.initialize({ ...able, workspace });
  openPython(client, uri, well);
  await seen(client, uri);
  const text = put(well, "        return", "        x = self.extra(x)\n");
  assert.deepEqual(codes(await changed(client, 2, text)), ["unknown-attribute"]);
});

conversation("a file that others import is read by them as it was before a line of it broke", async (client) => {
  await client.initialize(able);
  const beside = "file:///models/blocks.py";
  const blocks = `from torch import nn\n\n\nclass Block(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.conv = nn.Conv2d(3, 8, 3)\n\n    def forward(self, x):\n        return self.conv(x)\n`;
  const main = `import torch\nfrom torch import nn\nfrom blocks import Block\n\nnet = nn.Sequential(Block(), nn.ReLU())\nprint(net(torch.randn(1, 3, 8, 8)).shape)\n`;
  openPython(client, beside, blocks);
  openPython(client, uri, main);
  const lens = ({ lenses }: Seen) => lenses;
  const before = await seen(client, uri);
  assert.match(lens(before).join(), /224 parameters/);
  client.heard.length = 0;
  client.change(beside, 2, { text: blocks.replace("self.conv(x)", "self.conv(x") });
  await client.until(({ method }) => method === "workspace/codeLens/refresh", "a wish to be asked again");
  assert.deepEqual(lens(await seen(client, uri)), lens(before));
  client.change(beside, 3, { text: blocks.replace("8, 3)", "16, 3)") });
  await client.until(({ method }) => method === "workspace/codeLens/refresh", "a wish to be asked again");
  assert.match(lens(await seen(client, uri)).join(), /448 parameters/);
});

conversation("comments are completed in the text as it stands", async (client) => {
  await client.initialize(able);
  openPython(client, uri, well);
  await seen(client, uri);
  const text = well.replace("self.conv(x))", "self.conv(x)) # conv").replace("torch.randn(4", "torch.randn((4");
  await changed(client, 2, text);
  const position = { line: 11, character: "        x = torch.relu(self.conv(x)) # conv".length };
  const found = await client.request("textDocument/completion", { textDocument: { uri }, position });
  const items = Array.isArray(found) ? found : (found?.items ?? []);
  assert.ok(
    items.some(({ label }: any) => label.includes("convlint-")),
    JSON.stringify(items),
  );
});

conversation("a document that is closed and opened again begins anew", async (client) => {
  await client.initialize(able);
  openPython(client, uri, well);
  await seen(client, uri);
  client.notify("textDocument/didClose", { textDocument: { uri } });
  const broken = well.replace("self.conv(x))", "self.conv(x)");
  assert.deepEqual(await seenAfresh(client, broken), await (openPython(client, uri, broken), seen(client, uri)));
});

conversation("a lens that is resolved while somebody types says what it did", async (client) => {
  await client.initialize({
    ...able,
    textDocument: { ...able.textDocument, codeLens: { resolveSupport: { properties: ["command"] } } },
  });
  openPython(client, uri, well);
  const [lens] = await client.request("textDocument/codeLens", { textDocument: { uri } });
  assert.equal(lens.command, undefined);
  const { command } = await client.request("codeLens/resolve", lens);
  assert.match(command.title, /353 parameters/);
  client.change(uri, 2, { text: put(well, "class Net", "width = 3\n") });
  assert.deepEqual((await client.request("codeLens/resolve", lens)).command, command);
  client.change(uri, 3, { text: put(well, "class Net", "width = 3\nif (\n") });
  assert.deepEqual((await client.request("codeLens/resolve", lens)).command, command);
});

conversation(
  "another text in the place of one, and a piece of it that is put in, are taken as they are",
  async (client) => {
    await client.initialize(able);
    openPython(client, uri, well);
    const { hints } = await seen(client, uri);
    const method = "    def again(self, x):\n        return x\n\n    def forward(self, x):\n        x = self.more(x)\n";
    const pasted = await changed(client, 2, well.replace("    def forward(self, x):\n", method));
    assert.deepEqual(codes(pasted), ["unknown-attribute"]);
    const other = program
      .replaceAll("Net", "Other")
      .split("\n")
      .map((line) => line.replace(/ = /g, "  =  "))
      .join("\n");
    const whole = await changed(client, 3, other.replace("self.fc(torch", "self.fb(torch").replaceAll("conv", "first"));
    assert.deepEqual(codes(whole), ["unknown-attribute"]);
    // And nothing that was so of the one before is told of what is no program at all.
    const broken = await changed(client, 4, "from torch import nn\n(\nclass A(nn.Module):\n  pass\n");
    assert.deepEqual([broken.problems, broken.hints.size, broken.lenses], [[], 0, []]);
    const summary = { command: "convlint.summary", arguments: [uri] };
    await assert.rejects(client.request("workspace/executeCommand", summary), /no model/);
    assert.deepEqual((await changed(client, 5, well)).hints, hints);
  },
);

let rules: object = {};

conversation(
  "other settings hold for what stands in for a broken text too",
  async (client) => {
    await client.initialize(able);
    openPython(client, uri, program);
    assert.deepEqual((await seen(client, uri)).problems, [wrongSize]);
    const broken = await changed(client, 2, program.replace("4, 4)).shape)", "4, 4)"));
    assert.deepEqual(broken.problems, [wrongSize]);
    rules = { "stated-size": "off" };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until(({ method }) => method === "workspace/diagnostic/refresh", "a wish to be asked again");
    const after = await seen(client, uri);
    assert.deepEqual([after.problems, [...after.hints.keys()]], [[], [11]]);
  },
  { "workspace/configuration": ({ items }: { items: unknown[] }) => items.map(() => ({ rules })) },
);

conversation("what a comment has silenced is no news once that is gone", async (client) => {
  await client.initialize(able);
  openPython(client, uri, program.replace(", 1)\n\n", ", 1)  # convlint-disable-line stated-size\n\n"));
  assert.deepEqual((await seen(client, uri)).problems, []);
  assert.deepEqual((await changed(client, 2, program)).problems, [wrongSize]);
});

conversation("a line that has come in is not taken for the one after it", async (client) => {
  await client.initialize(able);
  const call = "nn.Sequential(nn.Conv2d(3, 8, 3))(torch.zeros(1, 3, 8, 8))\n";
  const start = "import torch\nfrom torch import nn\n";
  openPython(client, uri, start + call);
  const hover = (line: number) =>
    client.request("textDocument/hover", { textDocument: { uri }, position: { line, character: 3 } });
  const { contents } = await hover(2);
  client.change(uri, 2, { text: `${start}nn.if (\n${call}` });
  assert.equal(await hover(2), null);
  assert.deepEqual((await hover(3)).contents, contents);
});
