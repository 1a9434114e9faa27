import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { Trace } from "../../server/src/python/trace";
import { understand } from "../../server/src/service";

/** A model with a head for training alone, which the program runs as it is afterwards. */
const program = (learning: string, features = 32 * 16) => `import torch
import torch.nn as nn

class AuxNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 32, 3, 2, 1)
        self.aux = nn.Sequential(nn.AdaptiveAvgPool2d(4), nn.Flatten(), nn.Linear(${features}, 10))
        self.head = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 10))

    def forward(self, x, targets=None):
        x = self.stem(x)
        if self.training:
            ${learning}
        return self.head(x)

net = AuxNet()
net.eval()
print(net(torch.randn(2, 3, 64, 64)).shape)
`;

const errors = (text: string) =>
  understand("net.py", text)!.analysis.problems.filter(({ severity }) => severity === "error");

describe("what a model does while it learns", () => {
  /** How many calls of operators it takes to read the program. */
  const calls = (line: string): number => {
    const counted = mock.method(Trace.prototype, "call");
    const lines = ["import torch.nn.functional as F", program(`x = ${line}`)];
    assert.deepEqual(errors(lines.join("\n").replace("if self.training", "if True")), []);
    counted.mock.restore();
    return counted.mock.callCount();
  };
  it("is no other run where dropouts alone hang on that", () => {
    assert.equal(calls("F.dropout(x, 0.5, self.training)"), calls("F.dropout(x, 0.5)"));
    assert.ok(calls("F.dropout(x + 1 if self.training else x, 0.5)") > calls("F.dropout(x + 1, 0.5)"));
  });
});

describe("a model that is told to learn no more", () => {
  it("is run as it is while it learns, too", () => {
    const text = program("return self.head(x), self.aux(x)", 32 * 15);
    assert.deepEqual(
      errors(text).map(({ id, span }) => [id, text.slice(span.from, span.to)]),
      [["stated-size", "480"]],
    );
  });
  it("is told of what is not there then", () => {
    const text = program("return self.head(x), self.axu(x)");
    assert.deepEqual(
      errors(text).map(({ id, span }) => [id, text.slice(span.from, span.to)]),
      [["unknown-attribute", "self.axu"]],
    );
  });
  for (const learning of [
    "return self.head(x), self.aux(x)",
    "return self.head(x), targets.shape",
    'raise ValueError("targets are missing")',
    "assert targets is not None",
  ])
    it(`is not held to what it would ask for then: ${learning}`, () => assert.deepEqual(errors(program(learning)), []));
});
