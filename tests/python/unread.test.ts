import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { statistics, unreadIn } from "../../server/src/report/statistics";
import { understand } from "../../server/src/service";

const program = `import torch
import torch.nn as nn
from torch.nn import CrossMapLRN2d, Conv2d

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = Conv2d(3, 8, 3)
        self.loss = nn.AdaptiveLogSoftmaxWithLoss(8, 10, [5])
        nn.init.orthogonal_(self.conv.weight)

    def forward(self, x):
        y = torch.fft.rfft2(self.conv(x)).to(torch.float32)
        return y.frobnicate(), x.frobnicate(), torch.fft.rfft2(x), nn.functional.relu(x)

Net()(torch.randn(1, 3, 8, 8))
`;

describe("names of PyTorch of which nothing is known", () => {
  const { unread } = understand("net.py", program)!;
  const report = { file: "net.py", format: "python", text: program, problems: [], suppressed: 0, unread: unread! };
  it("are counted by the places that ask for them, but for what has no part in shapes", () =>
    assert.deepEqual(unreadIn([report, report]), {
      "torch.fft.rfft2": 4,
      "torch.Tensor.frobnicate": 2,
      "torch.nn.AdaptiveLogSoftmaxWithLoss": 2,
      "torch.nn.CrossMapLRN2d": 2,
    }));
  it("stand below what was reported", () =>
    assert.match(statistics([report]), /^Names of which nothing is known.*:\n2 {2}torch\.fft\.rfft2\n1 {2}/));
});
