import assert from "node:assert/strict";
import { able, conversation } from "../support/conversation";

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
  assert.equal(fix.title, "Set in_features to 2048");

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
    [7, "→ [8, 16, 16] · 224"],
    [11, "→ [8, 16, 16]"],
  ]);
  const [lens] = await client.request("textDocument/codeLens", { textDocument: { uri } });
  assert.equal(lens.command.title, "20,714 parameters · 75,776 MACs");
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
