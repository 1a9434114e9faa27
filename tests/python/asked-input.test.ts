import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { showShape } from "../../server/src/core/dim";
import { render } from "../../server/src/core/message";
import { type Options, understand } from "../../server/src/service";

const net = `import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)
        self.fc = nn.Linear(8 * 30 * 30, 10)

    def forward(self, x):
        return self.fc(torch.flatten(self.conv(x), 1))
`;
const run = `${net}\nprint(Net()(torch.randn(2, 3, 32, 32)).shape)\n`;

/** What the model is run on, and its errors. */
function told(text: string, options: Options): readonly string[] {
  const { models, problems } = understand("net.py", text, options)!.analysis;
  const given = models[0]!.graph.nodes.find((node) => node.given)!.given!;
  const errors = problems.filter(({ severity }) => severity === "error");
  return [showShape(given.slice(1)), ...errors.map(({ message }) => render(message))];
}

describe("an input that is asked for beside a program", () => {
  const wrong = "in_features is 7200, but the input has 30752 features; images of 32 px would give 7200";
  it("is what models are run on where nobody runs them", () => {
    assert.deepEqual(told(net, { input: [3, 32, 32] }), ["[3, 32, 32]"]);
    assert.deepEqual(told(net, { input: { x: [3, 64, 64] }, instead: true }), ["[3, 64, 64]", wrong]);
  });
  it("gives way to what the program says, unless it is asked for this once", () => {
    assert.deepEqual(told(run, { input: [3, 64, 64] }), ["[3, 32, 32]"]);
    assert.deepEqual(told(run, { input: [3, 64, 64], instead: true }), ["[3, 64, 64]", wrong]);
    assert.deepEqual(told(run, { input: { x: [3, 64, 64] }, instead: true }), ["[3, 64, 64]", wrong]);
  });
  it("is no reason to tell of a model that takes another, where it is meant for many", () =>
    assert.deepEqual(told(net, { input: [3, 64, 64] }), ["[3, 32, 32]"]));
  it("that has other axes is not taken", () =>
    assert.deepEqual(told(run, { input: [64], instead: true }), ["[3, 32, 32]"]));
  it("is what shapes in comments are held to, and not one that is only presumed", () => {
    const stated = net.replace("self.fc(torch.flatten(self.conv(x), 1))", "self.conv(x)  # => [8, 30, 30]");
    const ids = (options: Options) => understand("net.py", stated, options)!.analysis.problems.map(({ id }) => id);
    assert.deepEqual(ids({}), []);
    assert.deepEqual(ids({ input: [3, 32, 32] }), []);
    assert.deepEqual(ids({ input: [3, 64, 64] }), ["stated-shape-wrong"]);
  });
});
