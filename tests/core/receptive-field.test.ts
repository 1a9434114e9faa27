import assert from "node:assert/strict";
import { test } from "node:test";
import type { Model } from "../../server/src/core/analysis";
import { receptiveFields } from "../../server/src/core/receptive-field";
import { read } from "../support/check-model";

/** The receptive field behind each row of a model. */
function fieldsOf(text: string): readonly unknown[] {
  const { models, problems } = read(text);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === "error"),
    [],
  );
  const model = models[0] as Model;
  const fields = receptiveFields(model);
  return model.graph.rows.map((row) => fields.at(row.outputs[0]!.node!, row.outputs[0]!.port).receptiveField);
}

/** How far apart the positions behind the last row lie, and how far the first looks beyond the edge. */
function placedAt(text: string): readonly unknown[] {
  const model = read(text).models[0]!;
  const last = model.graph.rows.at(-1)!.outputs[0]!;
  const { effectiveStride, effectivePadding } = receptiveFields(model).at(last.node!, last.port);
  return [effectiveStride, effectivePadding];
}

const native = (...layers: readonly string[]): string =>
  `input: [3, 64, 64]\nlayers:\n${layers.map((layer) => `  - ${layer}\n`).join("")}`;
const conv = (rest = ""): string => `Conv2d: { out_channels: 3, kernel_size: 3, padding: 1${rest} }`;

test("windows add up: r + (kernel − 1) · jump", () => {
  const stem = "Conv2d: { out_channels: 8, kernel_size: 7, stride: 2, padding: 3 }";
  const pool = "MaxPool2d: { kernel_size: 3, stride: 2, padding: 1 }";
  // 7, then 7 + 2·2, then 11 + 2·4; the stem of ResNet and its first convolution.
  assert.deepEqual(fieldsOf(native(stem, "ReLU", pool, conv())), [7, 7, 11, 19]);
});

test("dilation counts, axes may differ", () => {
  assert.deepEqual(fieldsOf(native("Conv2d: { out_channels: 3, kernel_size: [3, 5], dilation: [2, 1] }")), [5]);
  assert.deepEqual(fieldsOf(native("Conv2d: { out_channels: 3, kernel_size: [1, 3] }")), [[1, 3]]);
});

test("branches: what either of them sees", () => {
  const wide = "Conv2d: { out_channels: 3, kernel_size: 5, padding: 2 }\n    name: wide";
  const narrow = "Conv2d: { out_channels: 3, kernel_size: 3, padding: 1 }\n    name: narrow\n    from: input";
  assert.deepEqual(fieldsOf(native(wide, narrow, "Add:\n    from: [wide, narrow]")).at(-1), 5);
});

test("branches whose windows are shifted against each other see more than the wider one", () => {
  const left = "ZeroPad2d: { padding: [2, 0, 2, 0] }\n    name: left";
  const right = "ZeroPad2d: { padding: [0, 2, 0, 2] }\n    name: right\n    from: input";
  assert.deepEqual(fieldsOf(native(left, right, "Add:\n    from: [left, right]")).at(-1), 3);
});

test("a border on one side shifts a window as well", () => {
  // Two before and none behind: o − 2 to o; an even filter with `same`: o to o + 1.
  const layers = [
    "  - Conv2D: { filters: 3, kernel_size: 2, padding: same }\n    name: even\n",
    "  - ZeroPadding2D: { padding: [[2, 0], [2, 0]] }\n    from: input\n",
    "  - Conv2D: { filters: 3, kernel_size: 3 }\n  - Add:\n    from: [even, -1]\n",
  ];
  assert.deepEqual(fieldsOf(`framework: keras\ninput: [64, 64, 3]\nlayers:\n${layers.join("")}`), [2, 1, 3, 4]);
});

test("enlarged by copying: neighbours share a pixel, so a window of three sees two", () => {
  assert.deepEqual(fieldsOf(native("Upsample: { scale_factor: 2 }", conv())), [1, 2]);
  // Of four copies a window of three meets two pixels at most.
  assert.deepEqual(fieldsOf(native("Upsample: { scale_factor: 4 }", conv())), [1, 2]);
  const keras = (mode: string) =>
    `framework: keras\ninput: [8, 8, 3]\nlayers:\n  - UpSampling2D: { interpolation: ${mode} }\n`;
  assert.deepEqual(fieldsOf(keras("nearest")), [1]);
  assert.deepEqual(fieldsOf(keras("bilinear")), [2], "between two pixels both are seen");
});

test("made smaller and larger again", () => {
  assert.deepEqual(fieldsOf(native(conv(", stride: 2"), "Upsample: { scale_factor: 2 }", conv())), [3, 3, 5]);
});

test("a transposed convolution of kernel and step two sees one pixel", () => {
  assert.deepEqual(fieldsOf(native("ConvTranspose2d: { out_channels: 3, kernel_size: 2, stride: 2 }")), [1]);
  assert.deepEqual(
    fieldsOf(native("ConvTranspose2d: { out_channels: 3, kernel_size: 4, stride: 2, padding: 1 }")),
    [2],
  );
});

test("behind what reads the whole image there is no field", () => {
  assert.deepEqual(
    fieldsOf(native("AdaptiveAvgPool2d: { output_size: 1 }", "Flatten", "Linear: { out_features: 10 }")),
    [null, null, null],
  );
  const keras = (pool: string) => `framework: keras\ninput: [64, 64, 3]\nlayers:\n  - ${pool}: { keepdims: true }\n`;
  assert.deepEqual(fieldsOf(keras("GlobalAveragePooling2D")), [null]);
  assert.deepEqual(fieldsOf(keras("GlobalMaxPooling2D")), [null]);
});

test("pixels that become channels are all seen by each, and channels that become pixels stay where they are", () => {
  // Blocks of two, then three of those: 2 + 2·2.
  assert.deepEqual(
    fieldsOf(native("PixelUnshuffle: { downscale_factor: 2 }", conv(), "PixelShuffle: { upscale_factor: 1 }")),
    [2, 6, 6],
  );
  const four = "Conv2d: { out_channels: 4, kernel_size: 3, padding: 1 }";
  assert.deepEqual(fieldsOf(native(four, "PixelShuffle: { upscale_factor: 2 }", conv())), [3, 3, 4]);
});

test("a cut through the channels moves nothing, and any other way of laying out is not followed", () => {
  const six = "Conv2d: { out_channels: 6, kernel_size: 3, padding: 1 }";
  assert.deepEqual(fieldsOf(native(six, "Chunk: { chunks: 2, dim: 1 }", conv())), [3, 3, 5]);
  assert.deepEqual(fieldsOf(native(six, "Mean: { dim: 1, keepdim: true }", conv())), [3, 3, 5]);
  for (const layer of [
    "Chunk: { chunks: 2, dim: 2 }",
    "Mean: { dim: [2, 3], keepdim: true }",
    "Permute: { dims: [0, 1, 3, 2] }",
    "Reshape: { shape: [-1, 6, 32, 128] }",
    "Squeeze: { dim: 1 }",
  ])
    assert.deepEqual(fieldsOf(native(six, layer)), [3, null], layer);
});

test("composites are looked into", () => {
  const yolo = "backbone:\n  - [-1, 1, Conv, [16, 3, 2]]\n  - [-1, 2, C2f, [16, True]]\n  - [-1, 1, SPPF, [16, 5]]\n";
  // C2f: two bottlenecks of two 3×3 convolutions, 3 + 4·2·2; SPPF: three windows of five, + 3·4·2.
  assert.deepEqual(fieldsOf(yolo), [3, 19, 43]);
});

test("what a normalisation takes together: all of an image, or the channels of one place", () => {
  const window = conv();
  const fields = fieldsOf(
    native(window, "InstanceNorm2d: { track_running_stats: true }", "LocalResponseNorm: { size: 3 }"),
  );
  assert.deepEqual(fields, [3, 3, 3]);
  for (const norm of ["GroupNorm: { num_groups: 3 }", "InstanceNorm2d", "LayerNorm: { normalized_shape: [3, 64, 64] }"])
    assert.deepEqual(fieldsOf(native(window, norm)), [3, null]);
  const keras = (norm: string) =>
    `framework: keras\ninput: [64, 64, 3]\nlayers:\n  - Conv2D: { filters: 3, kernel_size: 3 }\n  - ${norm}\n`;
  assert.deepEqual(fieldsOf(keras("LayerNormalization")), [3, 3]);
  for (const norm of ["LayerNormalization: { axis: [1, 2, 3] }", "GroupNormalization: { groups: 3 }"])
    assert.deepEqual(fieldsOf(keras(norm)), [3, null]);
});

test("strides multiply, and borders add up in pixels of the input", () => {
  const stem = "Conv2d: { out_channels: 8, kernel_size: 7, stride: 2, padding: 3 }";
  const pool = "MaxPool2d: { kernel_size: 3, stride: 2, padding: 1 }";
  // 3, then 3 + 1·2, then 5 + 1·4.
  assert.deepEqual(placedAt(native(stem)), [2, 3]);
  assert.deepEqual(placedAt(native(stem, pool)), [4, 5]);
  assert.deepEqual(placedAt(native(stem, pool, conv())), [4, 9]);
  assert.deepEqual(placedAt(native("Conv2d: { out_channels: 3, kernel_size: [3, 5], stride: [1, 2] }")), [[1, 2], 0]);
});

test("an enlarged image has strides below one, a cropped one begins inside", () => {
  assert.deepEqual(placedAt(native("Upsample: { scale_factor: 2 }")), [0.5, 0]);
  assert.deepEqual(placedAt(native("ZeroPad2d: { padding: -3 }")), [1, -3]);
  assert.deepEqual(placedAt(native("Flatten")), [null, null]);
});
