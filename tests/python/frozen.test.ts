import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import { countsOf, parametersOf } from "../../server/src/core/analysis";
import { readPython } from "../../server/src/python/read";

const head = [
  "import copy",
  "import torch",
  "from torch import nn",
  "class Net(nn.Module):",
  "    def __init__(self):",
  "        super().__init__()",
  "        self.conv = nn.Conv2d(3, 8, 3)",
  "        self.bn = nn.BatchNorm2d(8)",
  "        self.scale = nn.Parameter(torch.ones(8), requires_grad=False)",
  "        self.att = nn.MultiheadAttention(8, 2)",
  "        self.fc = nn.Linear(8, 4)",
  "    def forward(self, x):",
  "        return self.fc(self.bn(self.conv(x)).mean((2, 3)) * self.scale)",
  "net = Net()",
];

/** Of each model all parameters and those that are trained; nothing of one of which not all is known. */
function counted(...lines: readonly string[]): readonly string[] {
  const text = [...head, ...lines, "net(torch.zeros(1, 3, 8, 8))", ""].join("\n");
  const { models } = analyse(readPython(text, new Map()), []);
  return models.map(({ steps, graph }) => {
    const counts = countsOf(steps);
    return `${parametersOf(counts, graph)}, ${counts.trainable} trained`;
  });
}

/** 224 + 16 + 8 + 288 + 36, as PyTorch counts them. */
const all = 572;

const cases: { readonly [what: string]: readonly [lines: readonly string[], trained: readonly number[]] } = {
  "but for what is made so": [[], [564]],
  "none of a module": [["net.requires_grad_(False)"], [0]],
  "one by one in a loop": [["for p in net.conv.parameters():", "    p.requires_grad = False"], [340]],
  "by the method of a parameter": [["for p in net.parameters():", "    p.requires_grad_(False)"], [0]],
  "by name": [
    [
      "for name, p in net.named_parameters():",
      '    if "fc" not in name and not name.startswith("bn"):',
      "        p.requires_grad = False",
    ],
    [52],
  ],
  "in a function of the file": [
    [
      "def freeze(of, last=2):",
      "    for p in list(of.parameters())[:-last]:",
      "        p.requires_grad = False",
      "freeze(net)",
    ],
    [36],
  ],
  "and again": [
    ["net.requires_grad_(False)", "net.att.out_proj", "for p in net.att.parameters(): p.requires_grad = True"],
    [288],
  ],
  "but for a new layer": [["net.requires_grad_(False)", "net.fc = nn.Linear(8, 4)"], [36]],
  "of a copy, and not of what it is a copy of": [
    [
      "other = copy.deepcopy(net)",
      "for p in other.parameters(): p.requires_grad = False",
      "other(torch.zeros(1, 3, 8, 8))",
    ],
    [0, 564],
  ],
  "as a number of those that are": [
    ["count = sum(p.numel() for p in net.parameters() if p.requires_grad)", "net.fc = nn.Linear(8, count)"],
    [564 - 36 + 9 * 564],
  ],
};

describe("parameters are frozen", () => {
  for (const [what, [lines, trained]] of Object.entries(cases))
    it(what, () => {
      const grown = what.startsWith("as a number") ? trained[0]! + 8 : all;
      assert.deepEqual(
        counted(...lines),
        trained.map((count) => `${grown}, ${count} trained`),
      );
    });

  it("or not, where nobody knows, and are then not counted", () => {
    const text = [
      ...head,
      "import sys",
      "for p in net.parameters(): p.requires_grad = sys.argv",
      "net(torch.zeros(1, 3, 8, 8))",
    ];
    const { models } = analyse(readPython(text.join("\n"), new Map()), []);
    assert.ok(models[0]!.steps.some(({ outcome }) => !outcome));
  });
});
