import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import { render } from "../../server/src/core/message";
import { readPython } from "../../server/src/python/read";
import { Trace } from "../../server/src/python/trace";

/** Fifty layers, and behind them something that may not fit. */
const deep = (last: readonly string[], forward: readonly string[], ...rest: readonly string[]): string =>
  [
    "import torch",
    "from torch import nn",
    "class Net(nn.Module):",
    "    def __init__(self):",
    "        super().__init__()",
    "        self.body = nn.Sequential(nn.Conv2d(3, 8, 3, 2, 1), *[nn.Conv2d(8, 8, 3, 1, 1) for _ in range(50)])",
    ...last.map((line) => `        ${line}`),
    "    def forward(self, x):",
    "        y = self.body(x)",
    ...forward.map((line) => `        ${line}`),
    ...rest,
    "",
  ].join("\n");

/** What is told of a program, and how many calls of operators that took. */
function counted(text: string) {
  const calls = mock.method(Trace.prototype, "call");
  const { problems } = analyse(readPython(text, new Map()), []);
  calls.mock.restore();
  return { told: problems.map(({ message }) => render(message)), calls: calls.mock.callCount() };
}

describe("images that the call refuses which refused others are not run", () => {
  it("where nothing says what the model is run on", () => {
    const { told, calls } = counted(deep(["self.last = nn.Conv2d(16, 8, 1)"], ["return self.last(y)"]));
    assert.deepEqual(told, ["in_channels is 16, but the input [8, 112, 112] has 8 channels"]);
    assert.ok(calls <= 8 * 52, `${calls} calls`);
  });

  it("where Python refuses it, and not an operator", () => {
    const { calls } = counted(deep(["self.last = nn.Conv2d(8, 8, 1)"], ["return self.last((y, x))"]));
    assert.ok(calls <= 8 * 52, `${calls} calls`);
  });

  it("where the program says what it is run on", () => {
    const skip = ["self.skip = nn.Conv2d(3, 8, 1)"];
    const { told, calls } = counted(deep(skip, ["return y + self.skip(x)"], "Net()(torch.randn(1, 3, 32, 32))"));
    assert.equal(told.length, 1);
    assert.ok(calls <= 8 * 53, `${calls} calls`);
  });

  it("where the call takes larger ones", () => {
    const { told, calls } = counted(deep(["self.last = nn.Conv2d(8, 8, 120)"], ["return self.last(y).relu()"]));
    assert.deepEqual(told, []);
    assert.ok(calls <= 8 * 52, `${calls} calls`);
  });

  it("but images of which one would do are", () => {
    const { told } = counted(
      deep(
        ["self.up = nn.ConvTranspose2d(8, 8, 2, 2)"],
        ["return torch.cat([self.up(y), x], 1)"],
        "Net()(torch.randn(1, 3, 33, 33))",
      ),
    );
    assert.match(told.join(), /multiples of 2/);
  });
});
