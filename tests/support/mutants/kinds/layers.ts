import type { Program } from "../parts";
import {
  argument,
  called,
  double,
  half,
  type Kinds,
  more,
  numbersIn,
  only,
  others,
  put,
  renamed,
  swapped,
  without,
} from "./kind";

const convolution = /^(Lazy)?Conv(Transpose)?[123]d$/;
const pool = /^(Max|Avg|LP)Pool[123]d$|^(max|avg)_pool[123]d$/;
const activation = /^(ReLU6?|LeakyReLU|GELU|SiLU|Sigmoid|Tanh|Hardswish|PReLU|ELU|Softmax)$/;

/** Layers that stand side by side. */
const rowsOf = (program: Program): readonly (readonly { from: number; to: number }[])[] =>
  called(/^Sequential$/, program)
    .map(({ args }) => args.filter(({ star }) => !star))
    .filter((args) => args.length > 1);

/** Mistakes in layers and their numbers. */
export const layers: Kinds = {
  "channels in": argument(convolution, 0, "in_channels", double, more, half),
  "channels out": argument(convolution, 1, "out_channels", double, more, half),
  kernel: argument(
    convolution,
    2,
    "kernel_size",
    (n) => n + 2,
    more,
    () => 1,
    () => 11,
  ),
  stride: argument(convolution, 3, "stride", more, double, () => 1),
  padding: argument(
    convolution,
    4,
    "padding",
    more,
    () => 0,
    (n) => n + 3,
  ),
  groups: argument(convolution, 6, "groups", more, double),
  pool: argument(pool, 0, "kernel_size", more, double, () => 9),
  "pool stride": argument(pool, 1, "stride", more, double),
  features: argument(/^(Lazy)?Linear$/, 0, "in_features", more, double, half, (n) => n + 64),
  "features out": argument(/^Linear$/, 1, "out_features", more, double, half),
  norm: argument(/^(Batch|Instance)Norm[123]d$/, 0, "num_features", more, double, half),
  "group norm": (program) =>
    called(/^GroupNorm$/, program).flatMap(({ args }) =>
      args.flatMap(({ value }) => numbersIn(value, program).flatMap(others(more, double))),
    ),
  "drop layer": (program) => rowsOf(program).flatMap((row) => row.map((_, at) => [without(row, at)])),
  "swap layers": (program) =>
    rowsOf(program).flatMap((row) => row.slice(1).map((one, at) => swapped(row[at]!, one, program))),
  "list for modules": (program) =>
    called(/^ModuleList$/, program).flatMap((call) =>
      call.args[0] ? [[put(call, program.source(call.args[0]))]] : [],
    ),
  "drop activation": (program) => [
    ...called(activation, program).map((call) => [put(call, "nn.Identity()")]),
    ...called(/^(relu|sigmoid|tanh|gelu|silu|leaky_relu|relu_)$/, program).flatMap((call) => only(call, program)),
  ],
  upsample: (program) =>
    called(/^(Upsample|interpolate|PixelShuffle|UpsamplingBilinear2d)$/, program).flatMap((call) =>
      numbersIn(call, program).flatMap(others(more, double, () => 1)),
    ),
  "adaptive size": (program) =>
    called(/^Adaptive\w+$|^adaptive_\w+$/, program).flatMap((call) =>
      numbersIn(call, program).flatMap(others(more, double, () => 1)),
    ),
  "other rank": renamed(/^(Conv|BatchNorm|MaxPool|AvgPool|InstanceNorm|Dropout)[12]d$/, (name) =>
    name.replace(/[12]d$/, (rank) => (rank === "1d" ? "2d" : "1d")),
  ),
  transposed: renamed(/^Conv(Transpose)?2d$/, (name) => (name === "Conv2d" ? "ConvTranspose2d" : "Conv2d")),
};
