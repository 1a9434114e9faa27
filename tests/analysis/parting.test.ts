import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { render } from "../../server/src/core/message";
import { read } from "../support/check-model";

const found = (text: string, name: string) => {
  const [problem, ...more] = read(text, name).problems.filter(({ severity }) => severity === "error");
  assert.deepEqual(more, []);
  return {
    message: render(problem!.message).replace(/.*: /, ""),
    related: problem!.related?.map(({ span, message }) => `${text.slice(span.from, span.to)}: ${render(message)}`),
  };
};

const rows = (...all: readonly string[]) =>
  found(`backbone:\n${all.map((row) => `  - ${row}\n`).join("")}`, "yolov8.yaml");

const layers = (head: string, ...all: readonly string[]) =>
  found(`${head}\nlayers:\n${all.map((row) => `  - ${row}\n`).join("")}`, "a.cnn.yaml");

const plain = "4 and 8 differ";

describe("where two inputs of a join part", () => {
  it("is a place beside those of the sources", () =>
    assert.deepEqual(
      rows(
        "[-1, 1, Conv, [8, 3, 4]]",
        "[-1, 1, Conv, [16, 3, 4]]",
        "[-1, 1, nn.Upsample, [None, 2, nearest]]",
        "[[-1, 0], 1, Concat, [1]]",
      ),
      {
        message: "they part at Conv #1, which divides the size by 4",
        related: [
          "nn.Upsample: nn.Upsample #2 gives [16, 80, 80]",
          "Conv: Conv #0 gives [8, 160, 160]",
          "Conv: Conv #1 divides the size by 4",
        ],
      },
    ));

  it("is a source itself where nothing follows it", () => {
    const { message, related } = rows(
      "[-1, 1, Conv, [8, 3, 4]]",
      "[-1, 1, Conv, [8, 3, 2]]",
      "[[-1, 0], 1, Concat, [1]]",
    );
    assert.equal(message, "they part at Conv #1, which halves the size");
    assert.equal(related?.length, 2);
  });

  it("lies on the shortest way, where a row is reached by a join of several", () =>
    assert.equal(
      rows(
        "[-1, 1, Conv, [8, 3, 2]]",
        "[-1, 1, Conv, [8, 3, 2]]",
        "[-1, 1, nn.Upsample, [None, 2, nearest]]",
        "[[-1, 0], 1, Concat, [1]]",
        "[-1, 1, Conv, [8, 3, 2]]",
        "[[-1, 0], 1, Concat, [1]]",
      ).message,
      "they part at Conv #4, which halves the size",
    ));

  it("is told for what is added, but not where channels differ as well", () => {
    const skip = "Conv2d: { out_channels: 8, kernel_size: 3, padding: 1 }";
    const halved = (channels: number) => `Conv2d: { out_channels: ${channels}, kernel_size: 2, stride: 2 }`;
    const added = (channels: number) =>
      layers("input: [3, 8, 8]", `${skip}\n    name: skip`, halved(channels), "Add:\n    from: [skip, -1]").message;
    assert.equal(added(8), "they part at Conv2d #1, which halves the size");
    assert.equal(added(4), "4 and 8 differ, and neither is 1");
  });

  it("sees height and width where channels come last", () =>
    assert.equal(
      layers(
        "framework: keras\ninput: [8, 8, 3]",
        "Conv2D: { filters: 8, kernel_size: 3, padding: same }\n    name: skip",
        "MaxPooling2D: { pool_size: 2 }",
        "Concatenate:\n    from: [skip, -1]",
      ).message,
      "they part at MaxPooling2D #1, which halves the size",
    ));

  it("is not told where strides are no whole numbers, or differ between height and width", () => {
    const join = "Concat: { dim: 1 }\n    from: [skip, -1]";
    const skip = "ReLU:\n    name: skip";
    assert.equal(layers("input: [3, 9, 9]", skip, "MaxPool2d: { kernel_size: 2 }", join).message, "4 and 9 differ");
    const flat = "MaxPool2d: { kernel_size: [2, 1] }";
    assert.equal(layers("input: [3, 8, 8]", skip, flat, join).message, plain);
  });

  it("is not told where the two come from inputs of their own", () =>
    assert.equal(
      layers("inputs: { skip: [3, 8, 8], b: [3, 4, 4] }", "Concat: { dim: 1 }\n    from: [skip, b]").message,
      plain,
    ));

  it("is not told of results of one layer", () =>
    assert.equal(
      rows(
        "[-1, 1, TorchVision, [512, resnet18, DEFAULT, True, 2, True]]",
        "[0, 1, Index, [64, 5]]",
        "[0, 1, Index, [128, 6]]",
        "[[-1, 1], 1, Concat, [1]]",
      ).message,
      "160 and 80 differ",
    ));
});
