import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";

const two = `import torch
from torch import nn


class Maker(nn.Module):
    def __init__(self):
        super().__init__()
        self.up = nn.ConvTranspose2d(16, 3, 4, 4)

    def forward(self, z):
        return self.up(z)


class Judge(nn.Module):
    def __init__(self, width=8):
        super().__init__()
        self.down = nn.Conv2d(3, width, 4, 4)

    def forward(self, x):
        return (self.down(x) + 1).mean((2, 3))


maker, judge, small = Maker(), Judge(), Judge(4)
image = maker(torch.randn(1, 16, 2, 2))
judge(image), small(image)
`;

const onFile = (args: string, text = two) =>
  within({ "net.py": text, "other.py": text.replace("(3, width, 4, 4)", "(3, width, 2, 2)") }, (cwd) =>
    convlint(args.split(" "), { cwd }),
  );

describe("several models in a file of Python", () => {
  it("are called by their classes, or of one class by their variables", () => {
    const { status, out } = onFile("summary net.py --scale all --format json");
    assert.equal(status, 0);
    assert.deepEqual(
      JSON.parse(out).models.map(({ scale, input, totals }: any) => [scale, input, totals.parameters]),
      [
        ["Maker", [16, 2, 2], 771],
        ["judge", [3, 8, 8], 392],
        ["small", [3, 8, 8], 196],
      ],
    );
  });

  it("are shown one at a time, with the names of the others", () => {
    const { out } = onFile("summary net.py");
    assert.match(out, /^net\.py · Maker · input \[16, 2, 2\]/);
    assert.match(out, /also in this file: judge and small; --scale takes one of these names, or all/);
    assert.match(onFile("summary net.py --scale small").out, /^net\.py · small · input \[3, 8, 8\]/);
    assert.match(onFile("summary net.py --scale large").err, /it has no model large, only Maker, judge and small/);
  });

  it("are compared each with the one of its name, and by nothing but their layers", () => {
    const { status, out } = onFile("diff net.py other.py");
    assert.equal(status, 1);
    assert.match(out, /^net\.py, judge ↔ other\.py, judge/);
    assert.match(out, /kernel_size +4 → 2/);
    assert.match(out, /model Maker: equal/);
    assert.doesNotMatch(out, /import|class /);
  });

  it("has one model without a name", () => {
    const { out } = onFile(
      "summary net.py --format json",
      two.slice(0, two.indexOf("class Judge")).concat("net = Maker()\n"),
    );
    assert.equal(JSON.parse(out).models[0].scale, null);
    assert.equal(JSON.parse(out).models[0].presumed, true);
  });
});
