import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied } from "../../server/src/core/edit";
import { understand } from "../../server/src/service";

/** The lines that a program has of its own, as the first fix that is offered leaves them. */
function mended(...lines: readonly string[]): readonly string[] {
  const head = "import torch\nfrom torch import nn\n";
  const text = `${head}${lines.join("\n")}\n`;
  const { analysis, mendable } = understand("net.py", text)!;
  const [fix] = mendable(analysis.problems).flatMap(({ fixes = [] }) => fixes);
  return (fix ? applied(text, fix.edits) : text).slice(head.length).trimEnd().split("\n");
}

describe("what is offered for a program", () => {
  it("takes a call of super() that comes too late to the beginning", () =>
    assert.deepEqual(
      mended(
        "class Net(nn.Module):",
        "    def __init__(self):",
        "        self.fc = nn.Linear(4, 2)",
        "        super().__init__()",
        "    def forward(self, x): return self.fc(x)",
        "Net()(torch.zeros(3, 4))",
      ).slice(1, 5),
      [
        "    def __init__(self):",
        "        super().__init__()",
        "        self.fc = nn.Linear(4, 2)",
        "    def forward(self, x): return self.fc(x)",
      ],
    ));

  it("keeps images apart that a view lays together", () =>
    assert.deepEqual(
      mended(
        "class Net(nn.Module):",
        "    def __init__(self):",
        "        super().__init__()",
        "        self.fc = nn.Linear(48, 2)",
        "    def forward(self, x): return self.fc(x.view(-1))",
        "Net()(torch.zeros(3, 3, 4, 4))",
      ).slice(4, 5),
      ["    def forward(self, x): return self.fc(x.view(x.size(0), -1))"],
    ));

  it("divides whole numbers as whole numbers", () =>
    assert.deepEqual(mended("nn.Sequential(nn.Conv2d(4, 8 / 2, 3))(torch.zeros(1, 4, 8, 8))"), [
      "nn.Sequential(nn.Conv2d(4, 8 // 2, 3))(torch.zeros(1, 4, 8, 8))",
    ]));
});
