import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied } from "../../server/src/core/edit";
import { render } from "../../server/src/core/message";
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

  it("sets what an operator names where it is written, and a name by its name, also behind what is wrong itself", () => {
    const text = [
      "import torch",
      "from torch import nn",
      "G = 5",
      "class Net(nn.Module):",
      "    def __init__(self):",
      "        super().__init__()",
      "        self.c = nn.Conv2d(24, 48, 3, groups=G)",
      "        self.n = nn.GroupNorm(5, 48)",
      "        self.p = nn.MaxPool2d(2, padding=2)",
      "    def forward(self, x): return self.p(self.n(self.c(x)))",
      "Net()(torch.zeros(1, 24, 8, 8))",
    ].join("\n");
    const { analysis, mendable } = understand("net.py", text)!;
    assert.deepEqual(
      mendable(analysis.problems).map(({ fixes = [] }) => fixes.map(({ title }) => render(title))),
      [
        ["Set G to 4", "Set groups to 4", "Set G to 6"],
        ["Set num_groups to 4", "Set num_groups to 6"],
        ["Set padding to 1"],
      ],
    );
  });
});
