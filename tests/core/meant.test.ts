import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { argumentMeant, operatorMeant } from "../../server/src/core/meant";
import { isLayer, type Vocabulary } from "../../server/src/core/vocabulary";
import { vocabularies } from "../../server/src/vocabularies/index";

const [pytorch, keras] = vocabularies as [Vocabulary, Vocabulary];

/** What is meant where an image arrives. */
const words: readonly (readonly [written: string, pytorch: string, keras: string])[] = [
  ["FC", "Linear", "Dense"],
  ["FullyConnected", "Linear", "Dense"],
  ["fully_connected", "Linear", "Dense"],
  ["BN", "BatchNorm2d", "BatchNormalization"],
  ["BatchNorm", "BatchNorm2d", "BatchNormalization"],
  ["batch_norm", "BatchNorm2d", "BatchNormalization"],
  ["Conv", "Conv2d", "Conv2D"],
  ["conv2d", "Conv2d", "Conv2D"],
  ["nn.conv2d", "Conv2d", "Conv2D"],
  ["tf.keras.layers.Conv2D", "Conv2d", "Conv2D"],
  ["Deconv", "ConvTranspose2d", "Conv2DTranspose"],
  ["MaxPool", "MaxPool2d", "MaxPooling2D"],
  ["AvgPool", "AvgPool2d", "AveragePooling2D"],
  ["GAP", "AdaptiveAvgPool2d", "GlobalAveragePooling2D"],
  ["GlobalAvgPool2d", "AdaptiveAvgPool2d", "GlobalAvgPool2D"],
  ["ZeroPadding", "ZeroPad2d", "ZeroPadding2D"],
  ["GN", "GroupNorm", "GroupNormalization"],
  ["mul", "Multiply", "Multiply"],
  ["Sub", "Subtract", "Subtract"],
];

/** Words that one of the two has itself. */
const foreign: readonly (readonly [Vocabulary, written: string, meant: string])[] = [
  [pytorch, "Conv2D", "Conv2d"],
  [pytorch, "Conv2DTranspose", "ConvTranspose2d"],
  [pytorch, "Convolution2D", "Conv2d"],
  [pytorch, "Dense", "Linear"],
  [pytorch, "BatchNormalization", "BatchNorm2d"],
  [pytorch, "Concatenate", "Concat"],
  [pytorch, "GroupNormalization", "GroupNorm"],
  [pytorch, "LayerNormalization", "LayerNorm"],
  [pytorch, "InstanceNorm", "InstanceNorm2d"],
  [pytorch, "bmm", "MatMul"],
  [pytorch, "MaxPooling2D", "MaxPool2d"],
  [pytorch, "GlobalAveragePooling2D", "AdaptiveAvgPool2d"],
  [pytorch, "SpatialDropout2D", "Dropout2d"],
  [pytorch, "Dropout2D", "Dropout2d"],
  [pytorch, "UpSampling2D", "Upsample"],
  [pytorch, "Upsample2D", "Upsample"],
  [pytorch, "Swish", "SiLU"],
  [keras, "Conv2d", "Conv2D"],
  [keras, "ConvTranspose2d", "Conv2DTranspose"],
  [keras, "Linear", "Dense"],
  [keras, "BatchNorm2d", "BatchNormalization"],
  [keras, "Concat", "Concatenate"],
  [keras, "GroupNorm", "GroupNormalization"],
  [keras, "LayerNorm", "LayerNormalization"],
  [keras, "RMSNorm", "RMSNormalization"],
  [keras, "MaxPool2d", "MaxPool2D"],
  [keras, "AdaptiveAvgPool2d", "AdaptiveAveragePooling2D"],
  [keras, "Dropout2d", "SpatialDropout2D"],
  [keras, "Dropout2D", "SpatialDropout2D"],
  [keras, "Upsample", "UpSampling2D"],
  [keras, "Upsample2D", "UpSampling2D"],
  [keras, "Softmax2D", "Softmax"],
];

const called = (vocabulary: Vocabulary, word: string, rank?: number): readonly string[] =>
  operatorMeant(word, vocabulary, rank).names;

describe("words that a framework does not have", () => {
  for (const [written, torch, tensorflow] of words)
    it(`${written} is ${torch} and ${tensorflow}`, () => {
      assert.deepEqual(called(pytorch, written, 4), [torch]);
      assert.deepEqual(called(keras, written, 4), [tensorflow]);
    });

  for (const [vocabulary, written, meant] of foreign)
    it(`${written} is ${meant} in ${vocabulary.title}`, () =>
      assert.deepEqual(called(vocabulary, written, 4), [meant]));

  it("are decided by the number of axes, where there is an operator for each", () => {
    const ranks = [2, 3, 4, 5];
    assert.deepEqual(
      ranks.map((rank) => called(pytorch, "BN", rank)),
      [["BatchNorm1d"], ["BatchNorm1d"], ["BatchNorm2d"], ["BatchNorm3d"]],
    );
    assert.deepEqual(
      ranks.slice(1).map((rank) => called(keras, "Conv", rank)),
      [["Conv1D"], ["Conv2D"], ["Conv3D"]],
    );
    const all = ["BatchNorm1d", "BatchNorm2d", "BatchNorm3d"];
    assert.deepEqual([called(pytorch, "BN"), called(pytorch, "BN", 6)], [all, all]);
  });

  it("are activations of Keras where layers have no such word", () => {
    const { names, applied } = operatorMeant("Hardswish", keras);
    assert.deepEqual([names, applied], [["hard_silu"], true]);
  });

  it("stay unknown where there is nothing like it", () => {
    const { names, from } = operatorMeant("SeparableConv2D", pytorch, 4);
    assert.deepEqual([names, from?.id], [[], "keras"]);
  });

  it("are compared with what is close where nobody has them", () =>
    assert.deepEqual([called(pytorch, "MaxPol2d"), called(pytorch, "Nothing at all")], [["MaxPool2d"], []]));

  it("have a meaning that is there", () => {
    const nowhere = vocabularies.flatMap((vocabulary) =>
      [...vocabulary.nicknames!.operators.values()].flat().filter((name) => !isLayer(vocabulary, name)),
    );
    assert.deepEqual(nowhere, []);
    for (const { nicknames, spellings } of vocabularies)
      for (const name of [...nicknames!.args.values()].flat())
        assert.ok(
          [...spellings.values()].some(({ order }) => order.includes(name)),
          name,
        );
  });

  it("are written small and in one piece in the tables", () => {
    for (const { nicknames } of vocabularies)
      for (const word of [...nicknames!.operators.keys(), ...nicknames!.args.keys()]) assert.match(word, /^[a-z0-9]+$/);
  });
});

describe("arguments that an operator does not have", () => {
  const meant = (vocabulary: Vocabulary, op: string, word: string) => {
    const { name, there } = argumentMeant(word, op, vocabulary.spellings.get(op)!, vocabulary);
    return [name, there?.kind];
  };

  it("are called as the framework calls them", () => {
    assert.deepEqual(meant(pytorch, "Conv2d", "filters"), ["out_channels", "same"]);
    assert.deepEqual(meant(keras, "Conv2D", "out_channels"), ["filters", "same"]);
    assert.deepEqual(meant(keras, "Conv2DTranspose", "stride"), ["strides", "same"]);
    assert.deepEqual(meant(keras, "MaxPooling2D", "kernel_size"), ["pool_size", "same"]);
    assert.deepEqual(meant(pytorch, "Linear", "units"), ["out_features", "same"]);
    assert.deepEqual(meant(pytorch, "Dropout", "rate"), ["p", "same"]);
    assert.deepEqual(meant(pytorch, "Concat", "axis"), ["dim", "same"]);
  });

  it("are called so also where the operators are two", () => {
    assert.deepEqual(meant(pytorch, "BatchNorm2d", "epsilon"), ["eps", undefined]);
    assert.deepEqual(meant(keras, "BatchNormalization", "eps"), ["epsilon", undefined]);
    assert.deepEqual(meant(keras, "BatchNormalization", "num_features"), [undefined, "stated"]);
  });

  it("are what follows from the input, or no argument at all", () => {
    assert.deepEqual(meant(keras, "Dense", "in_features"), [undefined, "stated"]);
    assert.deepEqual(meant(pytorch, "Conv2d", "activation"), [undefined, "applied"]);
    assert.deepEqual(meant(keras, "ReLU", "inplace"), [undefined, "other"]);
  });

  it("are what people call them, or what is close", () => {
    assert.deepEqual(meant(pytorch, "Conv2d", "kernel"), ["kernel_size", undefined]);
    assert.deepEqual(meant(keras, "AveragePooling2D", "ksize"), ["pool_size", undefined]);
    assert.deepEqual(meant(pytorch, "Conv2d", "outChannels"), ["out_channels", undefined]);
    assert.deepEqual(meant(pytorch, "Conv2d", "paddin"), ["padding", undefined]);
  });
});
