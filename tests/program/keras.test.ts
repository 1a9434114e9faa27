import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { exported, modelFiles } from "../support/exported";
import { some } from "../support/sample";

/** Models with something that Keras has no word for, and what is said of it. */
const refused: { readonly [file: string]: RegExp } = {
  "examples/yolov8-style.yaml": /^37: Keras has nothing like Chunk$/,
  "examples/zoo/convnext_tiny.cnn.yaml": /^10: Keras has nothing like LayerNorm2d$/,
  "examples/zoo/efficientnet_b0.cnn.yaml": /^52: Keras has nothing like StochasticDepth$/,
  "examples/zoo/googlenet.cnn.yaml": /^\d+: head is for training alone, which no layer of Keras can be/,
  "examples/zoo/inception_v3.cnn.yaml": /^\d+: pool is for training alone, which no layer of Keras can be/,
  "examples/zoo/shufflenet_v2_x1_0.cnn.yaml": /^54: Keras has nothing like ChannelShuffle$/,
};

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
      assert.match(found, refused[file] ?? /^"""/);
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
});
