import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { exported, modelFiles } from "../support/exported";
import { some } from "../support/sample";

const residual = `framework: keras
input: [32, 32, 3]
layers:
  - Conv2D: { filters: 16, kernel_size: 3, padding: same, activation: relu }
    name: begin
  - Residual: { filters: 16 }
    repeat: 2
  - Residual: { filters: 32, strides: 2, projects: true }
  - GlobalAveragePooling2D
  - Dense: { units: 10 }
blocks:
  Residual:
    params: { filters: null, strides: 1, projects: false }
    layers:
      - Conv2D: { filters: $filters, kernel_size: 3, strides: $strides, padding: same }
        name: body
      - Conv2D: { filters: $filters, kernel_size: 1, strides: $strides }
        from: input
        name: shortcut
        when: $projects
      - Add:
        from: [body, shortcut]
`;

const program = `"""net"""

import keras
from keras import layers


def residual(x, filters, strides=1, projects=False):
    body = layers.Conv2D(filters, 3, strides=strides, padding="same")(x)
    out = x
    if projects:
        out = layers.Conv2D(filters, 1, strides=strides)(out)
    out = layers.Add()([body, out])
    return out


def net():
    inputs = keras.Input(shape=(32, 32, 3))
    x = layers.Conv2D(16, 3, padding="same", activation="relu", name="begin")(inputs)
    for _ in range(2):
        x = residual(x, 16)
    x = residual(x, 32, strides=2, projects=True)
    x = layers.GlobalAveragePooling2D()(x)
    x = layers.Dense(10)(x)
    return keras.Model(inputs, x, name="net")


def main():
    model = net()
    model.summary()


if __name__ == "__main__":
    main()
`;

describe("export to Keras", () => {
  for (const file of some(modelFiles, "models that are exported to Keras", 4))
    it(`is read back as what it was: ${file}`, () => {
      const found = exported(file, "keras");
      assert.match(found, /^"""/);
      assert.deepEqual(
        found.split("\n").filter((line) => line.length > 88),
        [],
      );
    });

  it("is written as people write it", () => assert.equal(exported("net.cnn.yaml", "keras", residual), program));

  it("converts the words of the other framework on the way", () => {
    const found = exported(
      "net.cnn.yaml",
      "keras",
      "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 3, stride: 2, padding: 1 }\n",
    );
    assert.match(found, /layers\.ZeroPadding2D\(padding=1\)\(inputs\)\n.*layers\.Conv2D\(4, 3, strides=2\)\(x\)/);
  });

  it("says which argument leaves a size open that Keras wants to be told", () =>
    assert.equal(
      exported(
        "net.cnn.yaml",
        "keras",
        "input: [3, 8, 8]\nlayers:\n  - AdaptiveAvgPool2d: { output_size: [1, null] }\n",
      ),
      "3: AdaptiveAveragePooling2D takes output_size as integer ≥ 1, or 2 of them",
    ));

  it("says what Keras has no layer for by others, functions and classes", () => {
    const found = exported(
      "net.cnn.yaml",
      "keras",
      `input: [8, 8, 8]
layers:
  - Chunk: { chunks: 2, dim: 1 }
    name: halves
  - ChannelShuffle: { groups: 2 }
    from: halves.1
  - StochasticDepth: { p: 0.1, mode: batch }
  - LayerScale
  - Split: { split_size_or_sections: [1, 3], dim: 1 }
    name: parts
  - Mean: { dim: [2, 3] }
    from: parts.1
`,
    );
    assert.match(found, /^from keras import layers, ops$/m);
    assert.match(found, /x = ops\.split\(inputs, 2, axis=-1\)\n {4}x = channel_shuffle\(x\[1\], 2\)/);
    assert.match(found, /layers\.Dropout\(0\.1, noise_shape=\(1, 1, 1, 1\)\)\(x\)\n {4}x = LayerScale\(\)\(x\)/);
    assert.match(found, /ops\.split\(x, \(1,\), axis=-1\)\n {4}x = layers\.GlobalAveragePooling2D\(\)\(x\[1\]\)/);
  });

  it("moves axes as they are where the channels are last", () => {
    const found = exported(
      "net.cnn.yaml",
      "keras",
      `input: [8, 4, 5]
layers:
  - Conv2d: { out_channels: 6, kernel_size: 1 }
  - Permute: { dims: [0, 2, 3, 1] }
  - Linear: { out_features: 12 }
  - Permute: { dims: [0, 3, 1, 2] }
  - Conv2d: { out_channels: 12, kernel_size: 1 }
  - Flatten: { start_dim: 2 }
  - Unflatten: { dim: 1, unflattened_size: [4, 3] }
  - Transpose: { dim0: 1, dim1: 2 }
  - Conv2d: { out_channels: 1, kernel_size: 1 }
  - Squeeze: { dim: 1 }
`,
    );
    const [, body = ""] = /Input.*\n([\s\S]*?) {4}return/.exec(found) ?? [];
    assert.deepEqual(
      body
        .trim()
        .split(/\n */)
        .map((line) => line.replace(/^x = layers\.(.*)\(\w+\)$/, "$1")),
      [
        "Conv2D(6, 1)",
        "Dense(12)",
        "Conv2D(12, 1)",
        "Reshape((-1, 12))",
        "Reshape((20, 4, 3))",
        "Permute((3, 1, 2))",
        "Permute((3, 2, 1))",
        "Conv2D(1, 1)",
        "Reshape((4, 20))",
        "Permute((2, 1))",
      ],
    );
  });

  it("gives what is for training alone unless it is made without, under names that are no functions", () => {
    const found = exported(
      "net.cnn.yaml",
      "keras",
      `input: [3, 8, 8]
layers:
  - Conv2d: { out_channels: 4, kernel_size: 3 }
    name: tap
  - Head
  - Head:
    from: tap
    only: training
    name: head
blocks:
  Head:
    layers:
      - Flatten
      - Linear: { out_features: 2 }
`,
    );
    assert.match(found, /def net\(training=True\):/);
    assert.match(
      found,
      / {4}if training:\n {8}head3 = head\(tap\)\n {8}return keras\.Model\(inputs, \[head2, head3\], name="net"\)\n {4}return/,
    );
  });

  it("makes functions of the modules of a program, another for a block that is another", () => {
    const program = `import torch
from torch import nn
class Block(nn.Module):
    def __init__(self, c1, c2, stride):
        super().__init__()
        self.conv = nn.Conv2d(c1, c2, 3, stride, 1)
        self.act = nn.ReLU()
    def forward(self, x):
        return self.act(self.conv(self.act(x)))
net = nn.Sequential(Block(3, 8, 2), Block(8, 8, 1), Block(8, 8, 1), Block(8, 8, 1))
net(torch.randn(2, 3, 16, 16))
`;
    const found = exported("net.py", "keras", program);
    assert.match(found, /def block\(x\):\n {4}x = layers\.ReLU\(\)\(x\)\n {4}x = layers\.ZeroPadding2D/);
    assert.match(found, /x = block\(inputs\)\n {4}for _ in range\(3\):\n {8}x = block2\(x\)/);
  });
});
