import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Accepted } from "../../server/src/analysis/accepted";
import { inputSizes } from "../../server/src/analysis/input-sizes";
import { sizesInWords } from "../../server/src/analysis/size-words";
import type { Model } from "../../server/src/core/analysis";
import { symbol } from "../../server/src/core/dim";
import { render } from "../../server/src/core/message";
import { op } from "../../server/src/core/op";
import { spell } from "../../server/src/core/vocabulary";
import { adaptiveAvgPool2d } from "../../server/src/ops/adaptive-avg-pool2d";
import { add } from "../../server/src/ops/add";
import { maxPool2d } from "../../server/src/ops/max-pool2d";
import { upsample } from "../../server/src/ops/upsample";
import { understand } from "../../server/src/service";
import { pytorch } from "../../server/src/vocabularies/pytorch";
import { oneCall } from "../support/one-call";
import { randomly } from "../support/random";
import { every, sample } from "../support/sample";

const modelOf = (text: string, input?: readonly number[]): Model | undefined => {
  const { analysis } = understand("model.cnn.yaml", text, input ? { input } : {})!;
  return analysis.problems.some(({ severity }) => severity === "error") ? undefined : analysis.models[0];
};

const wordsFor = (text: string): string => {
  const sizes = inputSizes(modelOf(text)!);
  return sizes ? render(sizesInWords(sizes)) : "nothing";
};

const isIn = ({ ranges, pattern }: Accepted, size: number): boolean =>
  ranges.some(([from, to]) => from <= size && size <= to) ||
  (pattern !== undefined &&
    size >= pattern.from &&
    pattern.stretches.some(([from, to]) =>
      [0, pattern.period].some(
        (turn) => from <= (size % pattern.period) + turn && (size % pattern.period) + turn <= to,
      ),
    ));

const weightsOf = ({ steps }: Model): string =>
  JSON.stringify(steps.map(({ outcome }) => outcome?.counts.trainable ?? null));

describe("the sizes of image that a model takes", () => {
  it("are those of the examples", () => {
    const say = (name: string) => wordsFor(readFileSync(`examples/${name}.cnn.yaml`, "utf8"));
    assert.equal(say("unet"), "takes images of 8k px (8, 16, …), each side for itself");
    assert.equal(
      say("lenet5"),
      "takes images of 32–35 px, each side for itself, since F6 is made for them; built anew it takes 32 px and more",
    );
  });

  it("are told once where building the model anew would change nothing", () => {
    const pooled = `input: [1, 32, 32]
layers:
  - MaxPool2d: { kernel_size: 4 }
  - Flatten
  - Linear: { in_features: 64, out_features: 10 }
`;
    assert.equal(wordsFor(pooled), "takes images of 32–35 px, each side for itself, since Linear #2 is made for them");
  });

  it("begin where published networks begin to run", () => {
    const smallest = (name: string): unknown => {
      const sizes = inputSizes(modelOf(readFileSync(`examples/zoo/${name}.cnn.yaml`, "utf8"))!)!;
      assert.deepEqual([sizes.square.largest, sizes.square.pattern?.period], [null, 1]);
      return sizes.square.smallest;
    };
    assert.equal(smallest("alexnet"), 63);
    assert.equal(smallest("vgg11"), 32);
    assert.equal(smallest("squeezenet1_0"), 21);
    assert.equal(smallest("squeezenet1_1"), 17);
  });

  it("of four halvings and four doublings are the multiples of 16", () => {
    const down = "  - MaxPool2d: { kernel_size: 2 }\n";
    const up = (skip: string) =>
      `  - Upsample: { scale_factor: 2 }\n    name: up_${skip}\n  - Concat:\n    from: [up_${skip}, ${skip}]\n`;
    const names = ["a", "b", "c", "d"];
    const text = `input: [3, 96, 96]\nlayers:\n${names.map((name) => `  - Identity:\n    name: ${name}\n${down}`).join("")}${[...names].reverse().map(up).join("")}`;
    assert.equal(wordsFor(text), "takes images of 16k px (16, 32, …), each side for itself");
  });

  it("name the stretches in which an image that is halved five times meets itself again", () => {
    const yolo = understand("m.yaml", readFileSync("examples/yolov8-style.yaml", "utf8"))!.analysis.models[0]!;
    assert.equal(
      render(sizesInWords(inputSizes(yolo)!)),
      "takes images of 32k − 7 … 32k px (25–32, 57–64, …), each side for itself",
    );
  });

  it("are told by side where sides differ", () =>
    assert.equal(
      wordsFor(`
input: [1, 20, 30]
layers:
  - Conv2d: { out_channels: 4, kernel_size: [3, 7] }
  - MaxPool2d: { kernel_size: [2, 1] }
`),
      "takes images of height 4 px and more, width 7 px and more",
    ));

  it("are those of what a composite does inside and hides", () => {
    const inside = op({
      name: "Hiding",
      summary: "Halves, doubles and adds an image, and gives its mean.",
      inputs: { x: "N C H W" },
      outputs: { y: "N C H W" },
      infer({ x }, _, _must, call) {
        const half = call("pool", maxPool2d, { x }, { kernel_size: [2, 2] }).y;
        const again = call("up", upsample, { x: half }, { scale_factor: 2 }).y;
        const sum = call("", add, { a: x, more: [again] }).y;
        return { y: call("mean", adaptiveAvgPool2d, { x: sum }, { output_size: [1, 1] }).y as typeof x };
      },
    });
    const spellings = new Map([...pytorch.spellings, ["Hiding", spell(inside)] as const]);
    const model = oneCall({ ...pytorch, spellings }, "Hiding", {}, [[symbol("N"), 3, 8, 8]]).models[0]!;
    assert.equal(render(sizesInWords(inputSizes(model)!)), "takes images of 2k px (2, 4, …), each side for itself");
  });

  it("of a symbolic input are those for which the network can be built", () =>
    assert.equal(
      wordsFor(`
input: [3, H, W]
layers:
  - MaxPool2d: { kernel_size: 2 }
  - Upsample: { scale_factor: 2 }
    name: up
  - Add:
    from: [up, input]
`),
      "takes images of 2k px (2, 4, …), each side for itself",
    ));

  it("are lengths where the input is a sequence", () =>
    assert.equal(
      wordsFor("input: [1, 16]\nlayers:\n  - Conv1d: { out_channels: 4, kernel_size: 3, stride: 2 }\n"),
      "takes sequences of 3 px and more",
    ));

  it("leave out what only training computes", () =>
    assert.equal(
      wordsFor(`
input: [1, 64, 64]
layers:
  - Conv2d: { out_channels: 4, kernel_size: 3 }
    name: body
  - AvgPool2d: { kernel_size: 30 }
    only: training
  - ReLU:
    from: body
`),
      "takes images of 3 px and more, each side for itself",
    ));

  it("are not looked for in a model of ten thousand layers", () =>
    assert.equal(
      wordsFor(
        "input: [1, 64, 64]\nlayers:\n  - MaxPool2d: { kernel_size: 7 }\n  - Conv2d: { out_channels: 1, kernel_size: 3, padding: 1 }\n    repeat: 9990\n",
      ),
      "nothing",
    ));

  it("are not said of what is no image", () => {
    assert.equal(wordsFor("input: [10]\nlayers:\n  - Linear: { out_features: 4 }\n"), "nothing");
  });
});

describe("images of which a stated size would come", () => {
  const told = (padding: number): readonly string[] =>
    understand(
      "lenet.cnn.yaml",
      `
input: [1, 50, 50]
layers:
  - Conv2d: { out_channels: 6, kernel_size: 5, padding: ${padding} }
  - AvgPool2d: { kernel_size: 2 }
  - Conv2d: { out_channels: 16, kernel_size: 5 }
  - AvgPool2d: { kernel_size: 2 }
  - Flatten
  - Linear: { in_features: 400, out_features: 120 }
`,
    )!.analysis.problems.flatMap(({ severity, message }) => (severity === "error" ? [render(message)] : []));

  it("are named where it does not come", () => {
    assert.deepEqual(told(2), [
      "in_features is 400, but the input has 1600 features; images of 28–31 px would give 400",
    ]);
    assert.deepEqual(told(0), [
      "in_features is 400, but the input has 1296 features; images of 32–35 px would give 400",
    ]);
  });
});

const { below, one, chance } = randomly(7);

/** A network of windows, with a shortcut around some of them, and sometimes a dense layer behind it. */
function anyNetwork(): string {
  const rows: string[] = [];
  const windows = 1 + below(4);
  for (let i = 0; i < windows; i++) {
    const kernel = 1 + below(4);
    const padding = below(Math.floor(kernel / 2) + 1);
    const window = `kernel_size: ${kernel}, stride: ${1 + below(3)}, padding: ${padding}`;
    rows.push(
      chance(0.5)
        ? `  - Conv2d: { out_channels: 2, ${window}, dilation: ${1 + below(2)} }`
        : `  - ${one(["MaxPool2d", "AvgPool2d"])}: { ${window} }`,
    );
  }
  if (chance(0.5)) {
    const factor = 2 + below(2);
    rows.push("  - Identity:\n    name: here");
    rows.push(`  - ${one(["MaxPool2d", "AvgPool2d"])}: { kernel_size: ${factor}, stride: ${factor} }`);
    rows.push(`  - Upsample: { scale_factor: ${factor} }\n    name: there`);
    rows.push(`  - ${one(["Add", "Concat"])}:\n    from: [here, there]`);
  }
  if (chance(0.4)) rows.push("  - Flatten", "  - Linear: { out_features: 3 }");
  return `input: [2, 40, 40]\nlayers:\n${rows.join("\n")}\n`;
}

describe("what is said of random networks", () => {
  it("is what comes of building them for every size", () => {
    const networks = sample(60, "networks of windows");
    const step = every(1, "sizes of image");
    let compared = 0;
    for (let i = 0; i < networks; i++) {
      const text = anyNetwork();
      const model = modelOf(text);
      const sizes = inputSizes(model ?? understand("model.cnn.yaml", text)!.analysis.models[0]!);
      const own = model && weightsOf(model);
      const runs = (height: number, width: number): boolean => {
        const built = modelOf(text, [2, height, width]);
        return built !== undefined && (own === undefined || weightsOf(built) === own);
      };
      for (let size = 1 + (i % step); size <= 90; size += step, compared++)
        assert.equal(sizes ? isIn(sizes.square, size) : false, runs(size, size), `${size} px of\n${text}`);
      if (!sizes || sizes.sides) continue;
      for (let k = 0; k < 20; k += step, compared++) {
        const [height, width] = [1 + below(90), 1 + below(90)];
        const both: boolean = isIn(sizes.square, height) && isIn(sizes.square, width);
        // What the weights fix may also come of sides that make up for each other.
        if (both || !sizes.fixed) assert.equal(both, runs(height, width), `${height}×${width} px of\n${text}`);
      }
    }
    assert.ok(compared > (80 * networks) / step);
  });
});
