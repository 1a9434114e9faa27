import { spell, type Vocabulary } from "../core/vocabulary";
import { add } from "../ops/add";
import { batchNorm2d } from "../ops/batch-norm2d";
import { concat } from "../ops/concat";
import { conv2d } from "../ops/conv2d";
import { dropout } from "../ops/dropout";
import { flatten } from "../ops/flatten";
import { linear } from "../ops/linear";
import { maxPool2d } from "../ops/max-pool2d";
import { relu } from "../ops/relu";

/** What `to_json` writes for every layer and no shape depends on. */
const common = ["trainable", "dtype"];
const learned = [
  ...common,
  "kernel_initializer",
  "bias_initializer",
  "kernel_regularizer",
  "bias_regularizer",
  "activity_regularizer",
  "kernel_constraint",
  "bias_constraint",
];

const layers = {
  Add: spell(add, { ignores: common }),
  BatchNormalization: spell(batchNorm2d, {
    words: { epsilon: "eps" },
    defaults: { eps: 1e-3, momentum: 0.99 },
    implied: ["affine", "track_running_stats"],
    ignores: [...common, "axis"],
  }),
  Concatenate: spell(concat, { defaults: { axis: -1 }, ignores: common }),
  Conv2D: spell(conv2d, {
    words: { filters: "out_channels", strides: "stride", dilation_rate: "dilation", use_bias: "bias" },
    applies: ["activation"],
    ignores: [...learned, "data_format"],
  }),
  Dense: spell(linear, {
    words: { units: "out_features", use_bias: "bias" },
    applies: ["activation"],
    ignores: learned,
  }),
  Dropout: spell(dropout, { words: { rate: "p" }, ignores: [...common, "seed", "noise_shape"] }),
  Flatten: spell(flatten, { implied: ["start_dim", "end_dim"], ignores: [...common, "data_format"] }),
  MaxPooling2D: spell(maxPool2d, {
    words: { pool_size: "kernel_size", strides: "stride" },
    defaults: { kernel_size: [2, 2] },
    implied: ["dilation", "ceil_mode"],
    ignores: [...common, "data_format"],
  }),
  ReLU: spell(relu, { ignores: common }),
};

/** The functions of `keras.activations` that are layers here. */
const activations = new Map<string, string | undefined>([
  ["linear", undefined],
  ["relu", "ReLU"],
]);

export const keras: Vocabulary = {
  id: "keras",
  layout: "channels-last",
  countsState: true,
  activations,
  spellings: new Map(Object.entries(layers)),
};
