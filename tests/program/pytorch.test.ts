import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { countsOf, shapeAt } from "../../server/src/core/analysis";
import { add, showDim } from "../../server/src/core/dim";
import { understand } from "../../server/src/service";
import { exported, modelFiles } from "../support/exported";
import { some } from "../support/sample";

const residual = `input: [3, 32, 32]
layers:
  - Residual: { channels: 8 }
  - Residual: { channels: 8 }
  - Residual: { channels: 16, stride: 2 }
  - Mean: { dim: [2, 3] }
  - Linear: { out_features: 10 }
blocks:
  Residual:
    params: { channels: null, stride: 1 }
    layers:
      - Conv2d: { out_channels: $channels, kernel_size: 3, stride: $stride, padding: 1, bias: false }
      - BatchNorm2d:
        name: body
      - Conv2d: { out_channels: $channels, kernel_size: 1, stride: $stride }
        from: input
        name: skip
        when: $(stride != 1 or input.channels != channels)
      - Add:
        from: [body, skip]
      - ReLU
`;

describe("export to PyTorch", () => {
  for (const file of some(modelFiles, "models that are exported to PyTorch", 4))
    it(`is read back as what it was: ${file}`, () => {
      const program = exported(file, "pytorch");
      assert.match(program, /^"""/);
      const long = program.split("\n").filter((line) => line.length > 88);
      assert.deepEqual(long, []);
    });

  it("is in PyTorch what it is here, by the record of its runs there", () => {
    const record: { readonly [file: string]: { readonly parameters: number; readonly output: readonly number[] } } =
      JSON.parse(readFileSync("tests/program/in-torch.json", "utf8"));
    const ran = Object.entries(record);
    assert.ok(ran.length > 25);
    for (const [file, { parameters, output }] of some(ran, "records of programs that PyTorch has run", 4)) {
      const [model] = understand(file, readFileSync(file, "utf8"))!.analysis.models;
      const { trainable, frozen } = countsOf(model!.steps);
      const [edge] = model!.graph.outputs;
      const shape = shapeAt(model!, edge!)!.slice(1);
      const isLast = model!.graph.vocabulary.layout === "channels-last" && shape.length > 1;
      assert.deepEqual(
        [showDim(add(trainable, frozen)), isLast ? [shape.at(-1), ...shape.slice(0, -1)] : shape],
        [String(parameters), output],
        file,
      );
    }
  });

  it("is written as people write it", () => {
    assert.equal(
      exported("net.cnn.yaml", "pytorch", residual),
      `"""net"""

import torch
from torch import nn


class Residual(nn.Module):
    def __init__(self, in_channels, channels, stride=1):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(in_channels, channels, 3, stride=stride, padding=1, bias=False),
            nn.BatchNorm2d(channels),
        )
        if stride != 1 or in_channels != channels:
            self.skip = nn.Conv2d(in_channels, channels, 1, stride=stride)
        else:
            self.skip = nn.Identity()
        self.relu = nn.ReLU()

    def forward(self, x):
        body = self.body(x)
        out = self.skip(x)
        out = body + out
        return self.relu(out)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(
            Residual(3, 8),
            Residual(8, 8),
            Residual(8, 16, stride=2),
        )
        self.fc = nn.Linear(16, 10)

    def forward(self, x):
        x = self.stem(x)
        x = x.mean(dim=(2, 3))
        return self.fc(x)


def main():
    model = Net()
    model.eval()
    x = torch.randn(1, 3, 32, 32)
    print(tuple(model(x).shape))


if __name__ == "__main__":
    main()
`,
    );
  });

  it("writes programs of Python anew, functions and all", () => {
    const program = `import torch
from torch import nn
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)
        self.token = nn.Parameter(torch.zeros(1, 8, 1, 1))
        self.fc = nn.Linear(8 * 4, 5)
    def forward(self, x):
        x = F.relu(self.conv(F.pad(x, (1, 1, 1, 1)))) + self.token
        x = F.adaptive_avg_pool2d(x, 2)
        return self.fc(x.view(x.size(0), -1))
Net()(torch.randn(2, 3, 8, 8))
`;
    const found = exported("net.py", "pytorch", program);
    assert.match(found, /F\.pad\(x, pad=/);
    assert.match(found, /reshape\(/);
    assert.match(found, /self\.token = nn\.Parameter\(torch\.zeros\(1, 8, 1, 1\)\)/);
  });

  it("makes classes of the modules of a program, and loops of what comes again", () => {
    const program = `import torch
from torch import nn
class Block(nn.Module):
    def __init__(self, c1, c2, stride):
        super().__init__()
        self.conv = nn.Conv2d(c1, c2, 3, stride, 1)
        self.act = nn.ReLU()
        layers = [nn.Conv2d(c1, c2, 1, stride), nn.BatchNorm2d(c2)]
        self.skip = nn.Sequential(*layers) if stride > 1 or c1 != c2 else None
    def forward(self, x):
        y = self.act(self.conv(x))
        return self.act(y + (x if self.skip is None else self.skip(x)))
class Own(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3)
        self.scale = nn.Parameter(torch.ones(8, 1, 1))
        blocks = [Block(8, 8, 1), Block(8, 8, 1), Block(8, 8, 1), Block(8, 16, 2)]
        self.layers = nn.Sequential(*blocks)
        self.gate = nn.Sequential(nn.Conv2d(16, 16, 1), nn.Sigmoid())
    def forward(self, x):
        x = self.layers(self.stem(x) * self.scale)
        return self.gate(self.gate(x))
Own()(torch.randn(2, 3, 16, 16))
`;
    const found = exported("net.py", "pytorch", program);
    const classes = found.slice(found.indexOf("class Block"), found.indexOf("def main"));
    assert.equal(
      classes.trim(),
      `class Block(nn.Module):
    def __init__(self, in_channels, conv_out_channels, has_skip=False, conv_stride=1):
        super().__init__()
        self.conv = nn.Conv2d(
            in_channels, conv_out_channels, 3, stride=conv_stride, padding=1
        )
        self.act = nn.ReLU()
        if has_skip:
            self.skip = nn.Sequential(
                nn.Conv2d(in_channels, conv_out_channels, 1, stride=conv_stride),
                nn.BatchNorm2d(conv_out_channels),
            )
        else:
            self.skip = nn.Identity()

    def forward(self, x):
        out = self.conv(x)
        act = self.act(out)
        out = self.skip(x)
        out = act + out
        return self.act(out)


class Gate(nn.Module):
    def __init__(self, in_channels):
        super().__init__()
        self.layers = nn.Sequential(nn.Conv2d(in_channels, 16, 1), nn.Sigmoid())

    def forward(self, x):
        return self.layers(x)


class Own(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3)
        self.scale = nn.Parameter(torch.zeros(8, 1, 1))
        self.layers = nn.Sequential(
            *[Block(8, 8) for _ in range(3)], Block(8, 16, has_skip=True, conv_stride=2)
        )
        self.gate = Gate(16)

    def forward(self, x):
        x = self.stem(x)
        x = x * self.scale
        x = self.layers(x)
        x = self.gate(x)
        return self.gate(x)`,
    );
  });

  it("writes out what Keras has a layer for and PyTorch has not", () => {
    const found = exported(
      "net.cnn.yaml",
      "pytorch",
      `framework: keras
input: [8, 8, 3]
layers:
  - Rescaling: { scale: 0.5, offset: [1, 2, 3] }
  - Normalization
  - Dropout: { rate: 0.2, noise_shape: [null, 1, 1, 1] }
  - LayerNormalization
`,
    );
    assert.match(found, /Rescaling\(0\.5, offset=\(1, 2, 3\)\),\n +Normalization\(num_features=3\),/);
    assert.match(found, /StochasticDepth\(0\.2, "row"\),\n +LayerNorm2d\(3, eps=0\.001\),/);
    const strange =
      "framework: keras\ninput: [8, 8, 3]\nlayers:\n  - Dropout: { rate: 0.2, noise_shape: [null, 1, 8, 1] }\n";
    assert.equal(exported("net.cnn.yaml", "pytorch", strange), "4: PyTorch has no noise_shape like that of Dropout");
  });

  it("writes out the heads of YOLO, with what they learn beside their layers, and says which row has no words", () => {
    const rows = (head: string): string =>
      `nc: 2\nanchors: [[1, 2, 3, 4]]\nbackbone:\n  - [-1, 1, Conv, [16, 3, 2]]\nhead:\n  - [[0], 1, ${head}]\n`;
    const found = exported("yolov7.yaml", "pytorch", rows("IDetect, [nc, anchors]"));
    assert.match(found, /class ImplicitA\(nn\.Module\):[\s\S]*nn\.Parameter\(torch\.zeros\(1, channel, 1, 1\)\)/);
    assert.match(
      exported("yolov8.yaml", "pytorch", rows("v10Detect, [nc]")),
      /^6: v10Detect in row 1 contains Detect,/,
    );
  });

  it("says what has no words, and where", () => {
    const wrong = "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 9 }\n";
    assert.match(exported("net.cnn.yaml", "pytorch", wrong), /^3: the file has an error: a filter of 9 px/);
    const open = "input: [3, h, w]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 3 }\n";
    assert.equal(
      exported("net.cnn.yaml", "pytorch", open),
      "?: input has no size that is known: h; --input gives one, such as --input 3x224x224",
    );
  });
});
