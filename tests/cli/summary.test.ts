import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";

const modelsOf = (args: readonly string[], cwd?: string) => {
  const { status, out } = convlint(["summary", ...args, "--format", "json"], cwd === undefined ? {} : { cwd });
  return { status, models: JSON.parse(out).models };
};

/** The only model of a text. */
const summaryOf = (text: string, name = "a.cnn.yaml", ...args: readonly string[]) =>
  within({ [name]: text }, (cwd) => modelsOf([name, ...args], cwd));

const yolo = `nc: 3
scales:
  n: [0.33, 0.25, 1024]
  s: [0.33, 0.50, 1024]
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
  - [-1, 3, C2f, [128, True]]
head:
  - [[1, 0], 1, Concat, [1]]
`;

describe("convlint summary", () => {
  it("gives the figures of the deck", () => {
    const { status, models } = modelsOf(["examples/deck.cnn.yaml"]);
    const [{ layers, totals, inputSizes, ...model }] = models;
    assert.equal(status, 0);
    assert.deepEqual(model, { file: "examples/deck.cnn.yaml", format: "convlint", scale: null, input: [1, 32, 32] });
    assert.deepEqual(
      layers.map((l: any) => [l.type, l.inputs[0], l.outputs[0], l.parameters, l.macs, l.receptiveField]),
      [
        ["Conv2d", [1, 32, 32], [16, 30, 30], 144, 129_600, 3],
        ["Conv2d", [16, 30, 30], [32, 28, 28], 4_608, 3_612_672, 5],
        ["Flatten", [32, 28, 28], [25_088], 0, 0, null],
        ["Linear", [25_088], [10], 250_880, 250_880, null],
      ],
    );
    const activationBytes = 4 * (16 * 30 * 30 + 2 * 32 * 28 * 28 + 10);
    assert.deepEqual(totals, { parameters: 255_632, trainable: 255_632, macs: 3_993_152, activationBytes });
    assert.deepEqual(inputSizes.square, { smallest: 32, largest: 32, ranges: [[32, 32]] });
    assert.equal(inputSizes.builtAnew.smallest, 5);
  });

  it("shows them as a table, as lines with commas and as Markdown", () => {
    const deck = (format: string) => convlint(["summary", "examples/deck.cnn.yaml", "--format", format]).out;
    assert.match(deck("table"), /Conv2d +\[16, 30, 30\] +144 +129,600 /);
    assert.match(deck("table"), /total +255,632 +3,993,152 /);
    assert.match(deck("table"), /^takes images of 32 px, .* built anew it takes 5 px and more$/m);
    assert.match(deck("csv"), /^.*Conv2d.*"\[16, 30, 30\]",144,144,129600,57600,3$/m);
    assert.match(deck("markdown"), /\| Conv2d \|.*\| 144 \| 129,600 \|/);
  });

  it("looks at the size that is asked for, else at that of the name, else at the first", () => {
    const scales = (name: string, ...args: readonly string[]) =>
      summaryOf(yolo, name, ...args).models.map((m: any) => m.scale);
    assert.deepEqual(scales("model.yaml"), ["n"]);
    assert.deepEqual(scales("yolov8s.yaml"), ["s"]);
    assert.deepEqual(scales("yolov8m.yaml"), ["n"]);
    assert.deepEqual(scales("yolov8s.yaml", "--scale", "n"), ["n"]);
    assert.deepEqual(scales("model.yaml", "--scale", "all"), ["n", "s"]);
  });

  it("tells rows as they are written, and the insides as children", () => {
    const [{ layers, input, format, totals }] = summaryOf(yolo, "m.yaml").models;
    assert.deepEqual([format, input], ["ultralytics-8.4", [3, 640, 640]]);
    assert.deepEqual(
      layers.map((l: any) => [l.index, l.line, l.type, l.from, l.repeats, l.outputs]),
      [
        [0, 6, "Conv", [-1], 1, [[16, 320, 320]]],
        [1, 7, "C2f", [-1], 1, [[32, 320, 320]]],
        [2, 9, "Concat", [1, 0], 1, [[48, 320, 320]]],
      ],
    );
    assert.deepEqual(
      layers[0].children.map((c: any) => [c.name, c.type, c.from, c.parameters]),
      [
        ["conv", "Conv2d", ["input"], 432],
        ["bn", "BatchNorm2d", [-1], 32],
        ["act", "SiLU", [-1], 0],
      ],
    );
    for (const layer of layers)
      assert.equal(layer.activationBytes, 4 * layer.outputs[0].reduce((a: number, b: number) => a * b));
    assert.equal(typeof totals.gflops, "number");
  });

  it("counts a repeated layer and a call of a block once, with what is inside", () => {
    const text = `input: [4, 8, 8]
layers:
  - Twice: { c: 4 }
    name: pair
    repeat: 3
  - ReLU
    
blocks:
  Twice:
    params: { c: null }
    layers:
      - Conv2d: { out_channels: $c, kernel_size: 1, bias: false }
      - Conv2d: { out_channels: $c, kernel_size: 3, bias: false }
`;
    const [{ layers }] = summaryOf(text).models;
    const [first] = layers;
    assert.deepEqual(
      [first.name, first.repeats, first.parameters, first.outputs],
      ["pair", 3, 3 * (16 + 144), [[4, 2, 2]]],
    );
    assert.deepEqual(
      first.children.map((c: any) => [c.parameters, c.outputs[0][1], c.children.length]),
      [
        [160, 6, 2],
        [160, 4, 2],
        [160, 2, 2],
      ],
    );
  });

  it("shows symbols as text, sizes of 16 bits, and nothing for what is left out or only trained", () => {
    const text = `input: [3, H, W]
training: { precision: float16 }
layers:
  - Conv2d: { out_channels: 8, kernel_size: 3, stride: 2, padding: 1 }
  - ReLU:
    when: $(1 == 2)
  - Conv2d: { out_channels: 2, kernel_size: 1 }
    only: training
`;
    const { status, models } = summaryOf(text);
    const [conv, left, trained] = models[0].layers;
    assert.equal(status, 0);
    assert.match(conv.outputs[0][1], /^⌊.*H.*2⌋/);
    assert.match(conv.activationBytes, /^16·/);
    assert.deepEqual([left.repeats, left.activationBytes, left.parameters], [0, 0, 0]);
    assert.deepEqual([trained.parameters, trained.macs, trained.activationBytes], [18, 0, 0]);
  });

  it("says null for what is unknown, and exits with 1", () => {
    const { status, models } = summaryOf(
      "input: [3, 8, 8]\nlayers:\n  - Nothing\n  - ReLU\n  - Conv2d: { out_channels: 2, kernel_size: 1 }\n",
    );
    assert.equal(status, 1);
    assert.deepEqual(models[0].layers[0].outputs, [null]);
    assert.deepEqual(
      [models[0].layers[0].parameters, models[0].totals.parameters, models[0].totals.macs],
      [null, null, null],
    );
  });

  it("takes another input, also by name", () => {
    const { models } = summaryOf(
      "inputs: { a: [1, 4, 4], b: [1, 4, 4] }\nlayers:\n  - Add:\n    from: [a, b]\n",
      "x.cnn.yaml",
      "--input",
      "a=1,6,6",
      "--input",
      "b=1,6,6",
    );
    assert.deepEqual(models[0].input, { a: [1, 6, 6], b: [1, 6, 6] });
    assert.deepEqual(models[0].layers[0].outputs, [[1, 6, 6]]);
    assert.deepEqual(summaryOf(yolo, "m.yaml", "--input", "image=3,64,64").models[0].input, [3, 64, 64]);
    const refused = (...args: readonly string[]) => {
      const { status, out, err } = convlint(["summary", "examples/deck.cnn.yaml", ...args]);
      assert.deepEqual([status, out], [2, ""]);
      return err;
    };
    assert.match(refused("--input", "left=1,6,6"), /no input left; it has input/);
    assert.match(refused("--input", "1,6,6", "--input", "1,7,7"), /name=C,H,W/);
  });
});
