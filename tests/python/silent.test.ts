import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import { countsOf } from "../../server/src/core/analysis";
import { render } from "../../server/src/core/message";
import { readPython } from "../../server/src/python/read";

function analysed(...lines: readonly string[]) {
  const text = ["import torch", "from torch import nn", ...lines, ""].join("\n");
  const { models, problems } = analyse(readPython(text, new Map()), []);
  return { models, told: problems.map(({ message }) => render(message)) };
}

const told = (...lines: readonly string[]): readonly string[] => analysed(...lines).told;

describe("nothing is said", () => {
  it("of classes that need arguments and are made nowhere", () => {
    const block = [
      "class Block(nn.Module):",
      "    def __init__(self, channels):",
      "        super().__init__()",
      "        self.conv = nn.Conv2d(channels, channels, 3)",
    ];
    assert.deepEqual(told(...block), []);
    assert.deepEqual(told(...block, "class Other(Block): pass"), []);
    const any = ["class Any(Block):", "    def __init__(self, *args):", "        super().__init__(*args)"];
    assert.deepEqual(told(...block, ...any), []);
  });

  it("of what is made by a function that calls itself without end", () => {
    const lines = [
      "class Net(nn.Module):",
      "    def __init__(self):",
      "        super().__init__()",
      "        self.fc = nn.Linear(4, 2)",
      "    def forward(self, x): return self.fc(x)",
      "def main():",
      "    net = Net()",
      "    net(torch.zeros(3, 4))",
      "    main()",
    ];
    assert.deepEqual(told(...lines), []);
  });

  it("of what a class only annotates", () => {
    const lines = [
      "class Wrapper(nn.Module):",
      "    inner: nn.Module",
      "    def __init__(self):",
      "        super().__init__()",
      "        self.made = self.inner()",
      "    def forward(self, x): return self.made(x)",
      "Wrapper()(torch.zeros(1, 3))",
    ];
    assert.deepEqual(told(...lines), []);
  });

  it("of what stands for true or false", () => {
    const lines = ["net = nn.Sequential(nn.Linear(3, 4, bias=None), nn.ReLU(inplace=1))", "net(torch.zeros(2, 3))"];
    const { models, told } = analysed(...lines);
    assert.deepEqual([told, countsOf(models[0]!.steps).trainable], [[], 12]);
  });

  it("of floats where any number is taken", () => {
    assert.deepEqual(
      told("nn.Sequential(nn.Upsample(scale_factor=4 / 2), nn.Dropout(1.0))(torch.zeros(1, 3, 4, 4))"),
      [],
    );
  });

  it("of layers that each run makes anew, which count once", () => {
    const lines = [
      "class Net(nn.Module):",
      "    def __init__(self):",
      "        super().__init__()",
      "        self.a = nn.Linear(4, 4)",
      "    def forward(self, x):",
      "        self.b = nn.Linear(4, 7)",
      "        return self.b(torch.relu(self.a(x)))",
      "net = Net()",
      "for i in range(3): net(torch.zeros(2, 4))",
    ];
    const { models, told } = analysed(...lines);
    assert.deepEqual([told, countsOf(models[0]!.steps).trainable], [[], 20 + 35]);
  });

  it("of weights of one layer that are those of another, which count once", () => {
    const net = (...init: readonly string[]): readonly string[] => [
      "class Net(nn.Module):",
      "    def __init__(self):",
      "        super().__init__()",
      "        self.a, self.b = nn.Linear(4, 4), nn.Linear(4, 4)",
      ...init.map((line) => `        ${line}`),
      "    def forward(self, x): return self.b(torch.relu(self.a(x)))",
      "net = Net()",
      "net(torch.zeros(2, 4))",
    ];
    const counted = (...init: readonly string[]) => countsOf(analysed(...net(...init)).models[0]!.steps);
    assert.equal(counted("self.b.weight = self.a.weight").trainable, 40 - 16);
    assert.equal(
      counted("self.w = nn.Parameter(torch.zeros(4, 4))", "self.a.weight = self.b.weight = self.w").trainable,
      24,
    );
    // Of a layer that is no part of the model it is a weight that the model has.
    assert.equal(counted("self.b.weight = nn.Linear(4, 4).weight").trainable, 40);
    const frozen = counted("self.b.weight = self.a.weight", "self.b.weight.requires_grad = False");
    assert.deepEqual([frozen.trainable, frozen.frozen], [8, 16]);
  });

  it("of layers that find out how many channels they read", () => {
    const lines = ["net = nn.Sequential(nn.LazyConv2d(8, 3), nn.LazyBatchNorm2d(), nn.Flatten(), nn.LazyLinear(10))"];
    const { models, told } = analysed(...lines, "net(torch.zeros(2, 3, 5, 5))");
    // 8·3·3·3 + 8, 2·8, and 8·3·3·10 + 10.
    assert.deepEqual([told, countsOf(models[0]!.steps).trainable], [[], 224 + 16 + 730]);
  });
});

describe("it is said", () => {
  it("that a float is no number of channels", () => {
    assert.deepEqual(told("net = nn.Sequential(nn.Conv2d(4, 8 / 2, 3))", "net(torch.zeros(1, 4, 8, 8))"), [
      'out_channels is an integer ≥ 1, not "4.0" (/ gives a float, and // a whole number)',
    ]);
  });
});
