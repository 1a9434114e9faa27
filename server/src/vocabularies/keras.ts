import type { Truth } from "../core/dim";
import { type Message, say } from "../core/message";
import { type Spelling, spell, type Vocabulary } from "../core/vocabulary";
import { add } from "../ops/add";
import { avgPool1d } from "../ops/avg-pool1d";
import { avgPool2d } from "../ops/avg-pool2d";
import { avgPool3d } from "../ops/avg-pool3d";
import { batchNormalization } from "../ops/batch-normalization";
import { celu } from "../ops/celu";
import { concat } from "../ops/concat";
import { convTranspose1d } from "../ops/conv-transpose1d";
import { convTranspose2d } from "../ops/conv-transpose2d";
import { convTranspose3d } from "../ops/conv-transpose3d";
import { conv1d } from "../ops/conv1d";
import { conv2d } from "../ops/conv2d";
import { conv3d } from "../ops/conv3d";
import { depthwiseConv2d } from "../ops/depthwise-conv2d";
import { dropout } from "../ops/dropout";
import { dropout1d } from "../ops/dropout1d";
import { dropout2d } from "../ops/dropout2d";
import { dropout3d } from "../ops/dropout3d";
import { elu } from "../ops/elu";
import { flatten } from "../ops/flatten";
import { gelu } from "../ops/gelu";
import { globalAveragePooling1d } from "../ops/global-average-pooling1d";
import { globalAveragePooling2d } from "../ops/global-average-pooling2d";
import { globalAveragePooling3d } from "../ops/global-average-pooling3d";
import { globalMaxPooling1d } from "../ops/global-max-pooling1d";
import { globalMaxPooling2d } from "../ops/global-max-pooling2d";
import { globalMaxPooling3d } from "../ops/global-max-pooling3d";
import { hardsigmoid } from "../ops/hardsigmoid";
import { hardswish } from "../ops/hardswish";
import { identity } from "../ops/identity";
import { leakyRelu } from "../ops/leaky-relu";
import { linear } from "../ops/linear";
import { logSigmoid } from "../ops/log-sigmoid";
import { logSoftmax } from "../ops/log-softmax";
import { maxPool1d } from "../ops/max-pool1d";
import { maxPool2d } from "../ops/max-pool2d";
import { maxPool3d } from "../ops/max-pool3d";
import { mish } from "../ops/mish";
import { relu } from "../ops/relu";
import { relu6 } from "../ops/relu6";
import { selu } from "../ops/selu";
import { separableConv2d } from "../ops/separable-conv2d";
import { sigmoid } from "../ops/sigmoid";
import { silu } from "../ops/silu";
import { softmax } from "../ops/softmax";
import { softplus } from "../ops/softplus";
import { softsign } from "../ops/softsign";
import { tanh } from "../ops/tanh";
import { upSampling2d } from "../ops/up-sampling2d";
import { zeroPadding2d } from "../ops/zero-padding2d";

/** What the constructors of all layers take and no shape depends on. */
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
const depthwise = [
  ...common,
  "data_format",
  ...["depthwise", "pointwise", "bias"].flatMap((part) => [
    `${part}_initializer`,
    `${part}_regularizer`,
    `${part}_constraint`,
  ]),
  "activity_regularizer",
];

const convolved = {
  words: { filters: "out_channels", strides: "stride", dilation_rate: "dilation", use_bias: "bias" },
  defaults: { padding: "valid" },
  applies: ["activation"],
  ignores: [...learned, "data_format"],
} as const;
const transposed = { ...convolved, defaults: { padding: "valid" }, implied: ["groups"] } as const;
const perChannel = { strides: "stride", dilation_rate: "dilation", use_bias: "bias" } as const;

const pooled = (axes: number) =>
  ({
    words: { pool_size: "kernel_size", strides: "stride" },
    defaults: { kernel_size: Array<number>(axes).fill(2), padding: "valid" },
    implied: ["dilation", "ceil_mode"],
    ignores: [...common, "data_format"],
  }) as const;
const average = (axes: number) =>
  ({ ...pooled(axes), defaults: { padding: "valid" }, implied: ["ceil_mode"] }) as const;
const global = { ignores: [...common, "data_format"] };
const plain = { ignores: common };
const dropped = { words: { rate: "p" }, ignores: [...common, "seed", "data_format"] } as const;

/** Only sequences have a before and an after. */
const imaged = {
  ...convolved,
  constraints: { "causal-needs-a-sequence": "Keras takes `causal` for Conv1D alone." },
  must: (_: unknown, { padding }: { padding: unknown }, must: MustSequence) =>
    must(
      "causal-needs-a-sequence",
      padding === "causal" ? "no" : "yes",
      { arg: "padding" },
      say`padding is valid or same here; causal is for sequences`,
    ),
};
type MustSequence = (
  constraint: "causal-needs-a-sequence",
  holds: Truth,
  at: { readonly arg: "padding" },
  message: Message,
) => void;

const layers = {
  Activation: spell(identity, { applies: ["activation"], order: ["activation"], ignores: common }),
  Add: spell(add, plain),
  AveragePooling1D: spell(avgPool1d, average(1)),
  AveragePooling2D: spell(avgPool2d, average(2)),
  AveragePooling3D: spell(avgPool3d, average(3)),
  BatchNormalization: spell(batchNormalization, {
    ignores: [
      ...common,
      ...["beta", "gamma", "moving_mean", "moving_variance"].map((weight) => `${weight}_initializer`),
      ...["beta", "gamma"].flatMap((weight) => [`${weight}_regularizer`, `${weight}_constraint`]),
      "synchronized",
    ],
  }),
  Concatenate: spell(concat, { defaults: { axis: -1 }, ignores: common }),
  Conv1D: spell(conv1d, convolved),
  Conv1DTranspose: spell(convTranspose1d, transposed),
  Conv2D: spell(conv2d, imaged),
  Conv2DTranspose: spell(convTranspose2d, transposed),
  Conv3D: spell(conv3d, imaged),
  Conv3DTranspose: spell(convTranspose3d, transposed),
  Dense: spell(linear, {
    words: { units: "out_features", use_bias: "bias" },
    applies: ["activation"],
    ignores: [...learned, "lora_rank", "lora_alpha"],
  }),
  DepthwiseConv2D: spell(depthwiseConv2d, { words: perChannel, applies: ["activation"], ignores: depthwise }),
  Dropout: spell(dropout, { words: { rate: "p" }, ignores: [...common, "seed", "noise_shape"] }),
  ELU: spell(elu, plain),
  Flatten: spell(flatten, { implied: ["start_dim", "end_dim"], ignores: [...common, "data_format"] }),
  GlobalAveragePooling1D: spell(globalAveragePooling1d, global),
  GlobalAveragePooling2D: spell(globalAveragePooling2d, global),
  GlobalAveragePooling3D: spell(globalAveragePooling3d, global),
  GlobalMaxPooling1D: spell(globalMaxPooling1d, global),
  GlobalMaxPooling2D: spell(globalMaxPooling2d, global),
  GlobalMaxPooling3D: spell(globalMaxPooling3d, global),
  Identity: spell(identity, plain),
  LeakyReLU: spell(leakyRelu, { defaults: { negative_slope: 0.3 }, ignores: common }),
  MaxPooling1D: spell(maxPool1d, pooled(1)),
  MaxPooling2D: spell(maxPool2d, pooled(2)),
  MaxPooling3D: spell(maxPool3d, pooled(3)),
  ReLU: spell(relu, { ignores: [...common, "max_value", "negative_slope", "threshold"] }),
  SeparableConv2D: spell(separableConv2d, {
    words: { filters: "out_channels", ...perChannel },
    applies: ["activation"],
    ignores: depthwise,
  }),
  Softmax: spell(softmax, plain),
  SpatialDropout1D: spell(dropout1d, dropped),
  SpatialDropout2D: spell(dropout2d, dropped),
  SpatialDropout3D: spell(dropout3d, dropped),
  UpSampling2D: spell(upSampling2d, { ignores: [...common, "data_format"] }),
  ZeroPadding2D: spell(zeroPadding2d, { ignores: [...common, "data_format"] }),
};

/** The functions of `keras.activations`, which stand where an argument names one. */
const functions = {
  celu: spell(celu),
  elu: spell(elu),
  gelu: spell(gelu),
  hard_sigmoid: spell(hardsigmoid),
  hard_silu: spell(hardswish),
  hard_swish: spell(hardswish),
  leaky_relu: spell(leakyRelu),
  log_sigmoid: spell(logSigmoid),
  log_softmax: spell(logSoftmax),
  mish: spell(mish),
  relu: spell(relu),
  relu6: spell(relu6),
  selu: spell(selu),
  sigmoid: spell(sigmoid),
  silu: spell(silu),
  softmax: spell(softmax),
  softplus: spell(softplus),
  softsign: spell(softsign),
  swish: spell(silu),
  tanh: spell(tanh),
};

export const keras: Vocabulary = {
  id: "keras",
  layout: "channels-last",
  countsState: true,
  activations: new Map<string, string | undefined>([
    ["linear", undefined],
    ...Object.keys(functions).map((name) => [name, name] as const),
  ]),
  spellings: new Map(Object.entries<Spelling>({ ...layers, ...functions })),
};
