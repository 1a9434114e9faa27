import assert from "node:assert/strict";
import { able, conversation } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";

const uri = "file:///models/net.py";
const program = `import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, padding=1)
        self.fc = nn.Linear(8 * 15 * 15, 10)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        return self.fc(torch.flatten(x, 1))


print(Net()(torch.randn(4, 3, 16, 16)).shape)
`;

conversation("a file of Python is told of, mended and hovered as any other", async (client) => {
  await client.initialize(able);
  client.open(uri, program);
  const { items: diagnostics } = await client.request("textDocument/diagnostic", { textDocument: { uri } });
  assert.deepEqual(
    diagnostics.map(({ code, range }: any) => [code, range.start, range.end]),
    [["stated-size", { line: 8, character: 28 }, { line: 8, character: 39 }]],
  );
  const at = { textDocument: { uri }, range: diagnostics[0].range };
  const actions = await client.request("textDocument/codeAction", { ...at, context: { diagnostics } });
  const [fix] = actions.filter(({ kind }: any) => kind === "quickfix");
  assert.equal(fix.title, "Set in_features to 8 * 16 * 16");

  client.change(uri, 2, { range: diagnostics[0].range, text: "2048" });
  const after = await client.request("textDocument/diagnostic", { textDocument: { uri } });
  assert.deepEqual(
    after.items.map(({ code }: any) => code),
    ["large-dense-head"],
  );
  const hover = await client.request("textDocument/hover", { ...at, position: { line: 7, character: 24 } });
  assert.match(hover.contents.value, /Conv2d[\s\S]*8, 16, 16[\s\S]*224/);
  const range = { start: { line: 0, character: 0 }, end: { line: 16, character: 0 } };
  const hints = await client.request("textDocument/inlayHint", { textDocument: { uri }, range });
  assert.deepEqual(hints.map(({ position, label }: any) => [position.line, label]).slice(0, 2), [
    [11, "→ [8, 16, 16] · 224"],
    [12, "→ [10] · 20,490"],
  ]);
  assert.match(hints[0].tooltip.value, /^`\[3, 16, 16\]` → `\[8, 16, 16\]`/);
  const [lens] = await client.request("textDocument/codeLens", { textDocument: { uri } });
  assert.equal(
    lens.command.title,
    "20,714 parameters · 75,776 MACs · [3, 16, 16] → [10] · takes images of 16 px, each side for itself",
  );
  const place = { textDocument: { uri }, position: { line: 11, character: 20 } };
  for (const method of ["completion", "definition", "signatureHelp", "rename"])
    await client.request(`textDocument/${method}`, { ...place, newName: "other" }).catch(() => {});
});

conversation("nothing is said of Python that has no layers", async (client) => {
  await client.initialize();
  client.open(uri, "import torch\nx = torch.zeros(3) @ torch.zeros(4)\n");
  client.open("file:///models/other.py", program);
  const { uri: told } = await client.notified("textDocument/publishDiagnostics");
  assert.equal(told, "file:///models/other.py");
});

const python = (client: LspClient, of: string, text: string): void =>
  client.notify("textDocument/didOpen", { textDocument: { uri: of, languageId: "python", version: 1, text } });

conversation("what nobody has saved is Python by its language", async (client) => {
  await client.initialize(able);
  const textDocument = { uri: "untitled:Untitled-1" };
  python(client, textDocument.uri, program);
  const { items } = await client.request("textDocument/diagnostic", { textDocument });
  assert.equal(items.length, 1);
  // The editor colours a program, and has a formatter and an outline for it.
  assert.deepEqual(await client.request("textDocument/semanticTokens/full", { textDocument }), { data: [] });
  assert.deepEqual(await client.request("textDocument/documentSymbol", { textDocument }), []);
});

conversation("nothing at all is said of Python that has no model", async (client) => {
  await client.initialize(able);
  const position = { line: 2, character: 2 };
  for (const text of [
    "import os\n\n# \n",
    "import torch.nn as nn\n\n# \ndef trained(net):\n    return nn.MSELoss()\n",
  ]) {
    const textDocument = { uri: `file:///${text.length}.py` };
    python(client, textDocument.uri, text);
    const { items } = await client.request("textDocument/diagnostic", { textDocument });
    assert.deepEqual(items, []);
    assert.deepEqual(await client.request("textDocument/completion", { textDocument, position }), []);
    assert.equal(await client.request("textDocument/foldingRange", { textDocument }), null);
    assert.deepEqual(await client.request("textDocument/codeLens", { textDocument }), []);
  }
  python(client, uri, program);
  const { uri: told, converts, isProgram } = await client.notified("convlint/status");
  assert.deepEqual([told, converts, isProgram], [uri, false, true]);
});

let settings: object = { python: { enabled: false } };

conversation(
  "a setting switches it off, and on again",
  async (client) => {
    await client.initialize(able);
    python(client, uri, program);
    const asked = { textDocument: { uri } };
    assert.deepEqual((await client.request("textDocument/diagnostic", asked)).items, []);
    assert.deepEqual(await client.request("textDocument/codeLens", asked), []);
    settings = {};
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until(({ method }) => method === "workspace/codeLens/refresh", "a wish to be asked again");
    assert.equal((await client.request("textDocument/diagnostic", asked)).items.length, 1);
  },
  { "workspace/configuration": ({ items }: { items: unknown[] }) => items.map(() => settings) },
);

conversation("comments suppress what is wrong", async (client) => {
  await client.initialize(able);
  const quiet = program.replace("* 15, 10)", "* 15, 10)  # convlint-disable-line stated-size");
  const above = program.replace(
    "        self.fc",
    "        # convlint-disable-next-line stated-size -- on purpose\n        self.fc",
  );
  for (const [at, text] of [quiet, above, `# convlint-disable-file stated-size\n${program}`].entries()) {
    const textDocument = { uri: `file:///models/quiet${at}.py` };
    python(client, textDocument.uri, text);
    assert.deepEqual((await client.request("textDocument/diagnostic", { textDocument })).items, [], String(at));
  }
});
