import type { Truth } from "../core/dim";
import { type Message, say } from "../core/message";
import { type Spelling, spell, type Vocabulary } from "../core/vocabulary";
import { adaptiveAvgPool1d } from "../ops/adaptive-avg-pool1d";
import { adaptiveAvgPool2d } from "../ops/adaptive-avg-pool2d";
import { adaptiveAvgPool3d } from "../ops/adaptive-avg-pool3d";
import { adaptiveMaxPool1d } from "../ops/adaptive-max-pool1d";
import { adaptiveMaxPool2d } from "../ops/adaptive-max-pool2d";
import { adaptiveMaxPool3d } from "../ops/adaptive-max-pool3d";
import { add } from "../ops/add";
import { alphaDropout } from "../ops/alpha-dropout";
import { avgPool1d } from "../ops/avg-pool1d";
import { avgPool2d } from "../ops/avg-pool2d";
import { avgPool3d } from "../ops/avg-pool3d";
import { batchNorm1d } from "../ops/batch-norm1d";
import { batchNorm2d } from "../ops/batch-norm2d";
import { batchNorm3d } from "../ops/batch-norm3d";
import { celu } from "../ops/celu";
import { concat } from "../ops/concat";
import { convTranspose1d } from "../ops/conv-transpose1d";
import { convTranspose2d } from "../ops/conv-transpose2d";
import { convTranspose3d } from "../ops/conv-transpose3d";
import { conv1d } from "../ops/conv1d";
import { conv2d } from "../ops/conv2d";
import { conv3d } from "../ops/conv3d";
import { dropout } from "../ops/dropout";
import { dropout1d } from "../ops/dropout1d";
import { dropout2d } from "../ops/dropout2d";
import { dropout3d } from "../ops/dropout3d";
import { elu } from "../ops/elu";
import { flatten } from "../ops/flatten";
import { gelu } from "../ops/gelu";
import { hardsigmoid } from "../ops/hardsigmoid";
import { hardswish } from "../ops/hardswish";
import { hardtanh } from "../ops/hardtanh";
import { identity } from "../ops/identity";
import { leakyRelu } from "../ops/leaky-relu";
import { linear } from "../ops/linear";
import { logSigmoid } from "../ops/log-sigmoid";
import { logSoftmax } from "../ops/log-softmax";
import { maxPool1d } from "../ops/max-pool1d";
import { maxPool2d } from "../ops/max-pool2d";
import { maxPool3d } from "../ops/max-pool3d";
import { mish } from "../ops/mish";
import { prelu } from "../ops/prelu";
import { relu } from "../ops/relu";
import { relu6 } from "../ops/relu6";
import { selu } from "../ops/selu";
import { sigmoid } from "../ops/sigmoid";
import { silu } from "../ops/silu";
import { softmax } from "../ops/softmax";
import { softplus } from "../ops/softplus";
import { softsign } from "../ops/softsign";
import { tanh } from "../ops/tanh";
import { upsample } from "../ops/upsample";
import { zeroPad2d } from "../ops/zero-pad2d";

const inplace = { ignores: ["inplace"] };

/** `padding: same` is only for a step of one here, and there is no `causal`. */
const sameNeedsStrideOne = {
  constraints: {
    "same-needs-stride-one": "PyTorch refuses `padding: same` with a stride above one.",
    "padding-is-a-number": "PyTorch takes no word for this padding.",
  },
  must(_: unknown, { padding, stride }: { padding: unknown; stride: readonly number[] }, must: MustStride) {
    const step = stride.every((one) => one === stride[0]) ? stride[0]! : stride;
    const fits = padding !== "same" || stride.every((one) => one === 1);
    must(
      "same-needs-stride-one",
      fits ? "yes" : "no",
      { arg: "stride" },
      say`padding: same needs a stride of 1, not ${step}`,
    );
    const message = say`padding is a number, same or valid, not causal`;
    must("padding-is-a-number", padding === "causal" ? "no" : "yes", { arg: "padding" }, message);
  },
};
type MustStride = (
  constraint: "same-needs-stride-one" | "padding-is-a-number",
  holds: Truth,
  at: { readonly arg: "stride" | "padding" },
  message: Message,
) => void;

const conv = { states: { in_channels: "x.C" }, ignores: ["padding_mode"], ...sameNeedsStrideOne } as const;

/** Elsewhere the border may be a word. */
const numbersOnly = {
  constraints: { "padding-is-a-number": "PyTorch takes no word for the padding of this layer." },
  must: (_: unknown, { padding }: { padding: unknown }, must: MustNumber) =>
    must(
      "padding-is-a-number",
      typeof padding === "string" ? "no" : "yes",
      { arg: "padding" },
      say`padding is a number here, not ${String(padding)}`,
    ),
};
type MustNumber = (
  constraint: "padding-is-a-number",
  holds: Truth,
  at: { readonly arg: "padding" },
  message: Message,
) => void;

const transposed = { states: { in_channels: "x.C" }, ignores: ["padding_mode"], ...numbersOnly } as const;
const average = { ignores: ["count_include_pad", "divisor_override"], ...numbersOnly } as const;
const average1d = { ignores: ["count_include_pad"], ...numbersOnly } as const;
const largest = {
  ignores: ["return_indices"],
  order: ["kernel_size", "stride", "padding", "dilation", "return_indices", "ceil_mode"],
  ...numbersOnly,
} as const;
const norm = { states: { num_features: "x.C" } } as const;

/** The classes of `torch.nn`; positions are those of their constructors. */
export const torch = {
  AdaptiveAvgPool1d: spell(adaptiveAvgPool1d),
  AdaptiveAvgPool2d: spell(adaptiveAvgPool2d),
  AdaptiveAvgPool3d: spell(adaptiveAvgPool3d),
  AdaptiveMaxPool1d: spell(adaptiveMaxPool1d, { ignores: ["return_indices"] }),
  AdaptiveMaxPool2d: spell(adaptiveMaxPool2d, { ignores: ["return_indices"] }),
  AdaptiveMaxPool3d: spell(adaptiveMaxPool3d, { ignores: ["return_indices"] }),
  AlphaDropout: spell(alphaDropout, inplace),
  AvgPool1d: spell(avgPool1d, average1d),
  AvgPool2d: spell(avgPool2d, average),
  AvgPool3d: spell(avgPool3d, average),
  BatchNorm1d: spell(batchNorm1d, norm),
  BatchNorm2d: spell(batchNorm2d, norm),
  BatchNorm3d: spell(batchNorm3d, norm),
  CELU: spell(celu, inplace),
  Conv1d: spell(conv1d, conv),
  Conv2d: spell(conv2d, conv),
  Conv3d: spell(conv3d, conv),
  ConvTranspose1d: spell(convTranspose1d, transposed),
  ConvTranspose2d: spell(convTranspose2d, transposed),
  ConvTranspose3d: spell(convTranspose3d, transposed),
  Dropout: spell(dropout, inplace),
  Dropout1d: spell(dropout1d, inplace),
  Dropout2d: spell(dropout2d, inplace),
  Dropout3d: spell(dropout3d, inplace),
  ELU: spell(elu, inplace),
  Flatten: spell(flatten),
  GELU: spell(gelu),
  Hardsigmoid: spell(hardsigmoid, inplace),
  Hardswish: spell(hardswish, inplace),
  Hardtanh: spell(hardtanh, inplace),
  Identity: spell(identity),
  LeakyReLU: spell(leakyRelu, inplace),
  Linear: spell(linear, { states: { in_features: "x.F" } }),
  LogSigmoid: spell(logSigmoid),
  LogSoftmax: spell(logSoftmax, { words: { dim: "axis" } }),
  MaxPool1d: spell(maxPool1d, largest),
  MaxPool2d: spell(maxPool2d, largest),
  MaxPool3d: spell(maxPool3d, largest),
  Mish: spell(mish, inplace),
  PReLU: spell(prelu),
  ReLU: spell(relu, inplace),
  ReLU6: spell(relu6, inplace),
  SELU: spell(selu, inplace),
  Sigmoid: spell(sigmoid),
  SiLU: spell(silu, inplace),
  Softmax: spell(softmax, { words: { dim: "axis" } }),
  Softplus: spell(softplus),
  Softsign: spell(softsign),
  Tanh: spell(tanh),
  Upsample: spell(upsample, { ignores: ["align_corners", "recompute_scale_factor"] }),
  ZeroPad2d: spell(zeroPad2d),
};

/** What PyTorch writes as functions, and a model file as layers. */
const functions = {
  Add: spell(add),
  Concat: spell(concat, { words: { dim: "axis" } }),
};

export const pytorch: Vocabulary = {
  id: "pytorch",
  layout: "channels-first",
  countsState: false,
  spellings: new Map(Object.entries<Spelling>({ ...torch, ...functions })),
};
