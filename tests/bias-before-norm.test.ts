import assert from "node:assert/strict";
import { it } from "node:test";
import { read } from "./support/check-model";

/** The text after the fixes that are offered, or nothing where there is no problem. */
function mended(text: string, path = "model.cnn.yaml"): string | undefined {
  const { problems } = read(text, path);
  if (!problems.some(({ id }) => id === "bias-before-norm")) return undefined;
  return problems
    .flatMap(({ fixes }) => fixes?.[0]?.edits ?? [])
    .sort((a, b) => b.span.from - a.span.from)
    .reduce((out, { span, text: put }) => out.slice(0, span.from) + put + out.slice(span.to), text);
}

const json = (args: string): string => `{"input": [3, 8, 8], "layers": [{"Conv2d": {${args}}}, "BatchNorm2d"]}`;
const yaml = (...lines: string[]): string => ["input: [3, 8, 8]", "layers:", ...lines, ""].join("\n");

it("a bias that is added to JSON has its quotes", () =>
  assert.equal(
    mended(json('"out_channels": 8, "kernel_size": 3'), "model.cnn.json"),
    json('"out_channels": 8, "kernel_size": 3, "bias": false'),
  ));

it("a bias that is added among quoted names has theirs", () =>
  assert.equal(
    mended(yaml("  - Conv2d:", "      'out_channels': 8", "      'kernel_size': 3", "  - BatchNorm2d")),
    yaml("  - Conv2d:", "      'bias': false", "      'out_channels': 8", "      'kernel_size': 3", "  - BatchNorm2d"),
  ));

it("arguments that stand elsewhere are left alone", () => {
  const text = yaml(
    "  - Conv2d: &three { out_channels: 3, kernel_size: 3 }",
    "  - ReLU",
    "  - Conv2d: *three",
    "  - BatchNorm2d",
  );
  assert.equal(mended(text), text);
});

it("a layer of Ultralytics has its bias by position, and is told of all the same", () => {
  const rows = (bias: string): string =>
    `backbone:\n  - [-1, 1, nn.Conv2d, [3, 16, 3, 1, 0, 1, 1, ${bias}]]\n  - [-1, 1, nn.BatchNorm2d, [16]]\n`;
  assert.equal(mended(rows("True"), "model.yaml"), rows("false"));
  assert.equal(mended(rows("False"), "model.yaml"), undefined);
});

it("another axis of Keras' normalisation is another mean", () => {
  const model = (axis: number): string =>
    `framework: keras\ninput: [8, 8, 3]\nlayers:\n  - Conv2D: { filters: 8, kernel_size: 3 }\n  - BatchNormalization: { axis: ${axis} }\n`;
  assert.equal(mended(model(1)), undefined);
  assert.match(mended(model(-1)) ?? "", /kernel_size: 3, use_bias: false \}/);
  assert.match(mended(model(3)) ?? "", /kernel_size: 3, use_bias: false \}/);
});

it("a block of whose calls one is not understood keeps its bias", () => {
  const blocks = (groups: number): string =>
    [
      "input: [4, 8, 8]",
      "layers:",
      "  - Stage: { groups: 2 }",
      `  - Stage: { groups: ${groups} }`,
      "blocks:",
      "  Stage:",
      "    params: { groups: null }",
      "    layers:",
      "      - Conv2d: { out_channels: 4, kernel_size: 3, groups: $groups }",
      "      - BatchNorm2d",
      "",
    ].join("\n");
  assert.match(mended(blocks(4)) ?? "", /bias: false/);
  assert.equal(mended(blocks(3)), undefined);
});

it("a dense layer is like a convolution, but not along a sequence, whose steps a normalisation takes for channels", () => {
  const model = (input: string): string =>
    `input: ${input}\nlayers:\n  - Linear: { out_features: 8 }\n  - BatchNorm1d\n`;
  assert.match(mended(model("[6]")) ?? "", /out_features: 8, bias: false \}/);
  assert.equal(mended(model("[5, 6]")), undefined);
});
