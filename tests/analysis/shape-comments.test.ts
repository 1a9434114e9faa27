import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { render } from "../../server/src/core/message";
import { type Options, understand } from "../../server/src/service";

const told = (text: string, options: Options = {}, path = "model.cnn.yaml"): readonly string[] =>
  understand(path, text, options)!
    .analysis.problems.filter(({ id }) => id === "stated-shape-wrong")
    .map(({ span, message, related = [] }) => {
      const all = [message, ...related.map((one) => one.message)].map((one) => render(one));
      return `${text.slice(span.from, span.to)}: ${all.join(" | ")}`;
    });

const model = (layers: string, input = "[3, 32, 32]"): string => `input: ${input}\nlayers:\n${layers}`;

describe("shapes in comments", () => {
  it("belong to the layer on whose lines they stand", () => {
    const long = "  - Conv2d:\n      out_channels: 16\n      kernel_size: 3 # => [16, 32, 32]\n  - ReLU\n";
    assert.deepEqual(told(model(long)), ["32, 32: Conv2d #0 gives [16, 30, 30], not [16, 32, 32]"]);
    assert.deepEqual(told("input: [3, 32, 32]\nlayers: [ReLU, Flatten] # => [3, 32, 32]\n"), [
      "[3, 32, 32]: Flatten #1 gives [3072], not [3, 32, 32]",
    ]);
    assert.deepEqual(told(model("  - ReLU\n  # => [4, 32, 32]\n")), []);
    assert.deepEqual(told("input: [3, 32, 32] # => [4, 32, 32]\nlayers:\n  - ReLU\n"), []);
  });

  it("are told once for what follows, unless a true one stands between", () => {
    const through = model(
      "  - Conv2d: { out_channels: 8, kernel_size: 3 } # => [8, 32, 32]\n  - ReLU # => [8, 32, 32]\n",
    );
    assert.deepEqual(told(through), [
      "32, 32: Conv2d #0 gives [8, 30, 30], not [8, 32, 32] | so ReLU #1 gives [8, 30, 30], not [8, 32, 32]",
    ]);
    const apart = model(
      "  - Conv2d: { out_channels: 8, kernel_size: 3 } # => [8, 32, 32]\n  - AdaptiveAvgPool2d: { output_size: 1 } # => [8, 1, 1]\n  - Flatten # => [9]\n",
    );
    assert.deepEqual(told(apart), [
      "32, 32: Conv2d #0 gives [8, 30, 30], not [8, 32, 32]",
      "9: Flatten #2 gives [8], not [9]",
    ]);
  });

  it("and figures are one problem of one comment", () => {
    const both = model("  - Conv2d: { out_channels: 8, kernel_size: 3 } # => [8, 32, 32] params=1 macs=2\n");
    assert.deepEqual(told(both), [
      "32, 32: Conv2d #0 gives [8, 30, 30], not [8, 32, 32]; Conv2d #0 has 224 parameters, not 1; Conv2d #0 takes 194400 MACs, not 2",
    ]);
  });

  it("are expressions where the image has open sizes", () => {
    const open = (said: string): readonly string[] =>
      told(model(`  - Conv2d: { out_channels: 8, kernel_size: 3, stride: 2 } # => ${said}\n`, "[3, H, W]"));
    assert.deepEqual(open("[8, (H - 1) // 2, ⌊(W - 1)/2⌋]"), []);
    assert.deepEqual(open("[8, 111, 111]"), []);
    assert.deepEqual(open("[8, h // 2, w // 2]"), []);
    assert.deepEqual(open("[8, H // 4, (W - 1) // 2]"), [
      "H // 4: Conv2d #0 gives [8, ⌊(H + 1)/2⌋ - 1, ⌊(W + 1)/2⌋ - 1], not [8, ⌊H/4⌋, ⌊(W + 1)/2⌋ - 1]",
    ]);
  });

  it("may be fewer than a layer gives, but not more", () => {
    const two = (said: string): readonly string[] => told(model(`  - Chunk: { chunks: 2, dim: 2 } # => ${said}\n`));
    assert.deepEqual(two("[3, 16, 32]"), []);
    assert.deepEqual(two("[3, 16, 32] [3, 15, 32]"), ["15: Chunk #0 gives [3, 16, 32], not [3, 15, 32]"]);
    assert.deepEqual(two("[3, 16, 32] [3, 16, 32] [3, 16, 32]"), ["[3, 16, 32]: Chunk #0 gives 2 and not 3 shapes"]);
  });

  it("are those of the images that the file has", () => {
    const stated = model("  - Conv2d: { out_channels: 8, kernel_size: 3 } # => [8, 32, 32]\n");
    assert.deepEqual(told(stated, { input: [3, 34, 34] }), []);
    assert.equal(told(stated, { input: [3, 32, 32] }).length, 1);
  });

  it("are those of any size of the model", () => {
    const yolo =
      "scales:\n  n: [1, 0.25, 1024]\n  s: [1, 0.5, 1024]\nbackbone:\n  - [-1, 1, Conv, [64, 3, 2]] # => [WIDTH, 320, 320]\n";
    const at = (width: string, options = {}, name = "yolov8.yaml") => told(yolo.replace("WIDTH", width), options, name);
    assert.deepEqual(at("16"), []);
    assert.deepEqual(at("32"), []);
    assert.deepEqual(at("64"), ["64: at n, Conv #0 gives [16, 320, 320], not [64, 320, 320]"]);
    assert.deepEqual(at("64", {}, "yolov8s.yaml"), ["64: at s, Conv #0 gives [32, 320, 320], not [64, 320, 320]"]);
    assert.deepEqual(at("16", { scale: "s" }), []);
  });

  it("can be silenced", () => {
    const silent = "  - ReLU # => [4, 32, 32] # convlint-disable-line stated-shape-wrong -- a plan\n";
    assert.deepEqual(told(model(silent)), []);
    assert.deepEqual(told(model("  - ReLU # => [4, 32, 32]\n"), { severities: { "stated-shape-wrong": "off" } }), []);
  });
});
