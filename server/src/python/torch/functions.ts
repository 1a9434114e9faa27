import { tuple, unknown, type Value } from "../values";
import { type Bound, nativesOf, type Row, several } from "./binding";

const one = (names: string, word: string, args = ""): Row => ({ names, word, tensors: "input", args });

/** With their places, where these are asked for. */
const largest: Row["result"] = ([output], found) => placed(output ?? unknown, found.get("return_indices")?.value);
const placed = (output: Value, places: Value = false): Value =>
  places === false ? output : places === true ? tuple([output, output]) : unknown;

const axes = [1, 2, 3];

/** Functions that do what a class of layers does: `torch.nn.functional`, `torch` and tensors themselves have them. */
const layerRows: readonly Row[] = [
  one("relu relu_", "ReLU", "inplace"),
  one("relu6", "ReLU6", "inplace"),
  one("selu selu_", "SELU", "inplace"),
  one("silu", "SiLU", "inplace"),
  one("mish", "Mish", "inplace"),
  one("hardswish", "Hardswish", "inplace"),
  one("hardsigmoid", "Hardsigmoid", "inplace"),
  one("hardtanh hardtanh_", "Hardtanh", "min_val max_val inplace"),
  one("celu celu_", "CELU", "alpha inplace"),
  one("elu elu_", "ELU", "alpha inplace"),
  one("leaky_relu leaky_relu_", "LeakyReLU", "negative_slope inplace"),
  one("rrelu rrelu_", "RReLU", "lower upper training inplace"),
  one("gelu", "GELU", "approximate"),
  one("tanh tanh_", "Tanh"),
  one("sigmoid sigmoid_", "Sigmoid"),
  one("logsigmoid", "LogSigmoid"),
  one("softplus", "Softplus", "beta threshold"),
  one("softsign", "Softsign"),
  one("softshrink", "Softshrink", "lambd"),
  one("hardshrink", "Hardshrink", "lambd"),
  one("tanhshrink", "Tanhshrink"),
  one("threshold threshold_", "Threshold", "threshold value inplace"),
  one("softmax", "Softmax", "dim _stacklevel"),
  one("log_softmax", "LogSoftmax", "dim _stacklevel"),
  one("softmin", "Softmin", "dim _stacklevel"),
  one("glu", "GLU", "dim"),
  one("dropout dropout_", "Dropout", "p training inplace"),
  one("alpha_dropout", "AlphaDropout", "p training inplace"),
  one("feature_alpha_dropout", "FeatureAlphaDropout", "p training inplace"),
  ...axes.map((n) => one(`dropout${n}d`, `Dropout${n}d`, "p training inplace")),
  ...axes.map((n) => ({
    ...one(`max_pool${n}d`, `MaxPool${n}d`, "kernel_size stride padding dilation ceil_mode return_indices"),
    result: largest,
  })),
  ...axes.map((n) =>
    one(`avg_pool${n}d`, `AvgPool${n}d`, "kernel_size stride padding ceil_mode count_include_pad divisor_override"),
  ),
  ...axes.map((n) => one(`lp_pool${n}d`, `LPPool${n}d`, "norm_type kernel_size stride ceil_mode")),
  ...axes.map((n) => one(`adaptive_avg_pool${n}d`, `AdaptiveAvgPool${n}d`, "output_size")),
  ...axes.map((n) => ({
    ...one(`adaptive_max_pool${n}d`, `AdaptiveMaxPool${n}d`, "output_size return_indices"),
    result: largest,
  })),
  one("interpolate upsample", "Interpolate", "size scale_factor mode align_corners recompute_scale_factor antialias"),
  one("pixel_shuffle", "PixelShuffle", "upscale_factor"),
  one("pixel_unshuffle", "PixelUnshuffle", "downscale_factor"),
  one("channel_shuffle native_channel_shuffle", "ChannelShuffle", "groups"),
  one("local_response_norm", "LocalResponseNorm", "size alpha beta k"),
  one("fold", "Fold", "output_size kernel_size dilation padding stride"),
];

const unfolded = one("unfold", "Unfold", "kernel_size dilation padding stride");

/** Functions of `torch` and methods of tensors with the same arguments. */
const tensorRows: readonly Row[] = [
  { ...one("flatten", "Flatten", "start_dim end_dim"), usual: { start_dim: 0 } },
  { ...one("ravel", "Flatten"), usual: { start_dim: 0 } },
  one("squeeze squeeze_", "Squeeze", "dim"),
  one("unsqueeze unsqueeze_", "Unsqueeze", "dim"),
  one("transpose_", "Transpose", "dim0 dim1"),
  one("mean", "Mean", "dim keepdim"),
  one("sum", "Sum", "dim keepdim"),
  one("amax", "Amax", "dim keepdim"),
  one("amin", "Amin", "dim keepdim"),
  { ...one("chunk", "Chunk", "chunks dim"), usual: { dim: 0 }, result: several },
  { ...one("narrow", "Narrow", "dim start length") },
  { names: "matmul bmm mm mv dot", word: "MatMul", tensors: "input other" },
];

export const functional: readonly Row[] = [...layerRows, unfolded];
export const ofTensors: readonly Row[] = [...layerRows, ...tensorRows];

export const nativesIn = (rows: readonly Row[]) => rows.flatMap(nativesOf).map((one) => [one.name, one] as const);

/** The number at a name, if it is one. */
export const numberAt = (found: Bound, name: string, or: number): number | undefined => {
  const value = found.get(name)?.value ?? or;
  return typeof value === "number" ? value : undefined;
};
