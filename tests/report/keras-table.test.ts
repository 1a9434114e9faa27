import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { summarise } from "../../server/src/analysis/summarise";
import { snakeCase } from "../../server/src/report/keras-names";
import { summaryTable } from "../../server/src/report/summary-table";
import { tableOf } from "../../server/src/report/table-of";
import { read } from "../support/check-model";
import { kerasChain } from "../support/keras-chain";

/** The lines of the table, without the title above it. */
const linesOf = (text: string): readonly string[] => {
  const [model] = read(text, "a.cnn.yaml").models;
  const summary = summarise(model!, () => null);
  return summaryTable(tableOf("a", summary, model!), false)
    .split("\n")
    .slice(2, -1);
};

/** Of each row what stands in the first columns. */
const cells = (lines: readonly string[], columns = 3): readonly (readonly string[])[] => {
  const end = lines.findIndex((line, i) => i > 1 && line.startsWith("──"));
  return lines.slice(2, end).map((line) => line.split(/ {2,}/).slice(0, columns));
};

describe("the table of a model of Keras", () => {
  it("reads as model.summary() does, with what else is known", () => {
    assert.deepEqual(linesOf(kerasChain), [
      "Layer (type)                              Output Shape        Param #     MACs    Memory  Sees",
      "─".repeat(94),
      "conv2d (Conv2D)                           (None, 30, 30, 16)      448  388,800  56.3 KiB     3",
      "batch_normalization (BatchNormalization)  (None, 30, 30, 16)       64        0  56.3 KiB     3",
      "re_lu (ReLU)                              (None, 30, 30, 16)        0        0  56.3 KiB     3",
      "features (Conv2D)                         (None, 14, 14, 8)     1,160  225,792  6.13 KiB     5",
      "conv2d_1 (Conv2D)                         (None, 14, 14, 8)        72   12,544  6.13 KiB     5",
      "flatten (Flatten)                         (None, 1568)              0        0  6.13 KiB     –",
      "dense (Dense)                             (None, 10)           15,690   15,680      40 B     –",
      "─".repeat(94),
      "Total params: 17,434 (68.10 KB)",
      "Trainable params: 17,402 (67.98 KB)",
      "Non-trainable params: 32 (128.00 Byte)",
      "Total MACs: 642,816",
      "Total memory: 187 KiB",
    ]);
  });

  it("says what every layer reads, where that is not the one before it", () => {
    const text = `framework: keras
inputs: { left: [8, 8, 3], right: [8, 8, 3] }
layers:
  - Conv2D: { filters: 4, kernel_size: 1, activation: relu }
    name: tower
    from: left
  - Conv2D: { filters: 4, kernel_size: 1, activation: relu }
    weights: tower
    from: right
    name: other
  - Concatenate:
    from: [tower, other]
  - ReLU:
    when: $(tower.channels == 5)
  - Softmax:
    when: $(tower.channels == 4)
  - Flatten
`;
    assert.deepEqual(cells(linesOf(text), 4), [
      ["left (InputLayer)", "(None, 8, 8, 3)", "0", "-"],
      ["right (InputLayer)", "(None, 8, 8, 3)", "0", "-"],
      ["tower (Conv2D)", "(None, 8, 8, 4)", "16", "left[0][0]"],
      ["tower (Conv2D)", "(None, 8, 8, 4)", "0", "right[0][0]"],
      ["concatenate (Concatenate)", "(None, 8, 8, 8)", "0", "tower[0][0], tower[1][0]"],
      ["softmax (Softmax)", "(None, 8, 8, 8)", "0", "concatenate[0][0]"],
      ["flatten (Flatten)", "(None, 512)", "0", "softmax[0][0]"],
    ]);
  });

  it("lists what is inside of blocks and repetitions, under names that no other layer has", () => {
    const text = `framework: keras
input: [8, 8, 4]
layers:
  - Twice:
    repeat: 2
  - ReLU:
    name: last
blocks:
  Twice:
    layers:
      - Conv2D: { filters: 4, kernel_size: 1 }
        name: inside
      - Add:
        from: [inside, input]
`;
    assert.deepEqual(cells(linesOf(text), 4), [
      ["input_layer (InputLayer)", "(None, 8, 8, 4)", "0", "-"],
      ["conv2d (Conv2D)", "(None, 8, 8, 4)", "20", "input_layer[0][0]"],
      ["add (Add)", "(None, 8, 8, 4)", "0", "conv2d[0][0], input_layer[0][0]"],
      ["conv2d_1 (Conv2D)", "(None, 8, 8, 4)", "20", "add[0][0]"],
      ["add_1 (Add)", "(None, 8, 8, 4)", "0", "conv2d_1[0][0], add[0][0]"],
      ["last (ReLU)", "(None, 8, 8, 4)", "0", "add_1[0][0]"],
    ]);
  });

  it("makes up no name that Keras might not give", () => {
    const text = `framework: keras
input: [8, 8, 4]
layers:
  - Mine
  - ReLU:
    name: kept
  - ReLU
  - Add:
    from: [kept, -1]
`;
    const lines = linesOf(text);
    assert.deepEqual(
      cells(lines, 1).map(([layer]) => layer),
      ["InputLayer", "Mine", "kept (ReLU)", "ReLU", "Add"],
    );
    assert.match(lines.find((line) => line.startsWith("Add"))!, /kept\[0\]\[0\], ReLU #2\[0\]\[0\]/);
    assert.ok(lines.includes("Total params: ≥ 0"));
  });

  it("says no size of weights that may be of 16 bits", () => {
    const lines = linesOf(`${kerasChain}training: { precision: float16 }\n`);
    assert.ok(lines.includes("Total params: 17,434"));
  });
});

describe("names that Keras makes of classes", () => {
  const names: { readonly [type: string]: string } = {
    AveragePooling2D: "average_pooling2d",
    BatchNormalization: "batch_normalization",
    Conv2D: "conv2d",
    Conv2DTranspose: "conv2d_transpose",
    ConvLSTM2D: "conv_lstm2d",
    DepthwiseConv2D: "depthwise_conv2d",
    ELU: "elu",
    GlobalAveragePooling2D: "global_average_pooling2d",
    InputLayer: "input_layer",
    LSTM: "lstm",
    LeakyReLU: "leaky_re_lu",
    PReLU: "p_re_lu",
    ReLU: "re_lu",
    SeparableConv2D: "separable_conv2d",
    SpatialDropout2D: "spatial_dropout2d",
    UpSampling2D: "up_sampling2d",
    ZeroPadding2D: "zero_padding2d",
  };
  for (const [type, name] of Object.entries(names)) it(`${type} is ${name}`, () => assert.equal(snakeCase(type), name));
});
