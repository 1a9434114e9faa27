import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied } from "../../server/src/core/edit";
import { render } from "../../server/src/core/message";
import { inWordsOf } from "../../server/src/service";
import { cases } from "./cases";

interface Said {
  readonly text: string;
  /** `word: why`, of what stays and of what is not quite the same. */
  readonly stays: readonly string[];
  readonly differs: readonly string[];
}

function said(framework: string, text: string, path = "model.cnn.yaml"): Said {
  const found = inWordsOf(framework, path, text);
  assert.ok(found);
  const shown = (remarks: typeof found.stays): readonly string[] =>
    remarks.map(({ span, message }) => `${text.slice(span.from, span.to)}: ${render(message)}`);
  return { text: applied(text, found.edits), stays: shown(found.stays), differs: shown(found.differs) };
}

const image = ["input: [3, 32, 32]", "input: [32, 32, 3]"] as const;
const model = (framework: string, sizes: string, layers: string): string =>
  `framework: ${framework}\n${sizes}\nlayers:\n${layers.replace(/^/gm, "  ")}\n`;

describe("a model in the words of the other framework", () => {
  for (const { title, sizes = image, pytorch, keras, only } of cases) {
    const texts = { pytorch: model("pytorch", sizes[0], pytorch), keras: model("keras", sizes[1], keras) };
    if (only !== "pytorch")
      it(`says ${title} to Keras`, () => {
        const { text, stays } = said("keras", texts.pytorch);
        assert.equal(text, texts.keras);
        assert.deepEqual(stays, []);
      });
    if (only !== "keras")
      it(`says ${title} to PyTorch`, () => {
        const { text, stays } = said("pytorch", texts.keras);
        assert.equal(text, texts.pytorch);
        assert.deepEqual(stays, []);
      });
  }

  it("names the framework where the file did not", () => {
    assert.match(said("keras", "input: [3, 8, 8]\nlayers: [ReLU]\n").text, /^framework: keras\ninput: \[8, 8, 3\]/);
    assert.equal(inWordsOf("pytorch", "model.cnn.yaml", "input: [3, 8, 8]\nlayers: [ReLU]\n"), undefined);
    assert.equal(inWordsOf("keras", "yolo.yaml", "backbone:\n  - [-1, 1, Conv, [64, 3, 2]]\nhead: []\n"), undefined);
  });

  it("is JSON where it was JSON", () => {
    const before = `{
  "input": [3, 8, 8],
  "layers": [
    { "Conv2d": { "out_channels": 8, "kernel_size": 3, "stride": 2, "padding": 1 }, "name": "stem" },
    "Tanh",
    { "BatchNorm2d": {} }
  ]
}`;
    const { text, stays } = said("keras", before, "model.cnn.json");
    assert.deepEqual(JSON.parse(text), {
      framework: "keras",
      input: [8, 8, 3],
      layers: [
        { ZeroPadding2D: { padding: 1 } },
        { Conv2D: { filters: 8, kernel_size: 3, strides: 2 }, name: "stem" },
        { Activation: { activation: "tanh" } },
        { BatchNormalization: { momentum: 0.9, epsilon: 0.00001 } },
      ],
    });
    assert.deepEqual(stays, []);
  });

  it("writes arguments of blocks as they are written, where they mean the same", () => {
    const before = `${model("pytorch", "input: [3, 32, 32]", "- B: { k: 3, s: 1 }\n- B: { k: 5, s: 2 }")}
blocks:
  B:
    params: { k: null, s: null }
    layers:
      - Conv2d: { out_channels: 8, kernel_size: $k, stride: $s, padding: $(k // 2) }
      - Dropout: { p: 0.1 }
`;
    const { text } = said("keras", before);
    assert.match(
      text,
      / {6}- ZeroPadding2D: \{ padding: \$\(k \/\/ 2\) \}\n {6}- Conv2D: \{ filters: 8, kernel_size: \$k, strides: \$s \}\n/,
    );
  });

  it("gives a block another name that is an operator's in the other framework", () => {
    const before = "input: [3, 8, 8]\nlayers:\n  - Dense\nblocks:\n  Dense:\n    layers:\n      - ReLU\n";
    assert.match(said("keras", before).text, /- DenseBlock\nblocks:\n {2}DenseBlock:/);
  });

  it("keeps the line ends of the file", () => {
    const layer = "Conv2d: { out_channels: 8, kernel_size: 3, stride: 2, padding: 1 }";
    assert.doesNotMatch(said("keras", `input: [3, 8, 8]\r\nlayers:\r\n  - ${layer}\r\n`).text, /[^\r]\n/);
  });

  const stays: readonly (readonly [layer: string, why: string, framework?: string])[] = [
    ["RReLU", "RReLU: Keras has nothing like RReLU"],
    ["Flatten: { start_dim: 2 }", "Flatten: Flatten has no start_dim, which is 2 here"],
    [
      "BatchNorm2d: { track_running_stats: false }",
      "BatchNorm2d: it keeps no running statistics, which Keras always does",
    ],
    ["GELU: { approximate: tanh }", "GELU: Keras has gelu as a function only, which takes no approximate"],
    [
      "Conv2d: { out_channels: 8, kernel_size: 3, padding: 1, padding_mode: reflect }",
      "Conv2d: padding_mode: reflect has no counterpart",
    ],
    ["Reshape: { shape: [-1, 3, 1024] }", "Reshape: which value comes where depends on the order of the axes"],
    [
      "Reshape: { target_shape: [-1, 3] }",
      "Reshape: which value comes where depends on the order of the axes",
      "pytorch",
    ],
    ["Permute: { dims: [1, 0, 2, 3] }", "Permute: it moves the batch"],
    [
      "Permute: { dims: [2, 1, 3] }",
      "Permute: dims counts the axes of an image, which are in another order in PyTorch",
      "pytorch",
    ],
    ["Conv2d: [8, 3]", "Conv2d: its arguments have no names"],
    ["Conv2d: { out_channels: 8, kernel_size: 99 }", "Conv2d: Conv2d is not understood where it stands"],
    [
      "Conv2D: { filters: 8, kernel_size: 3, data_format: channels_first }",
      "Conv2D: its axes are in another order than those of the other layers",
      "pytorch",
    ],
    ["PReLU", "PReLU: each position has a slope of its own", "pytorch"],
    [
      "BatchNormalization: { scale: false }",
      "BatchNormalization: PyTorch learns a scale and a shift together, or neither",
      "pytorch",
    ],
  ];
  for (const [layer, why, to = "keras"] of stays)
    it(`leaves ${layer} and says why`, () => {
      const before = model(to === "keras" ? "pytorch" : "keras", image[to === "keras" ? 0 : 1], `- ${layer}`);
      const { text, stays: found } = said(to, before);
      assert.deepEqual(found, [why]);
      assert.ok(text.includes(`  - ${layer}\n`), text);
    });

  it("leaves what works along an axis that is another one there", () => {
    const { stays: found } = said(
      "keras",
      model("pytorch", image[0], "- MaxPool2d: { kernel_size: 2 }\n- Linear: { out_features: 8 }"),
    );
    assert.deepEqual(found, ["Linear: it works along the last axis, which is another one in Keras"]);
  });

  it("tells what is said and yet not quite the same", () => {
    const layers = "- MaxPool2d: { kernel_size: 3, stride: 2, padding: 1 }\n- PReLU\n- Flatten";
    assert.deepEqual(said("keras", model("pytorch", image[0], layers)).differs, [
      "MaxPool2d: a layer of zeros stands before it, while its own border holds nothing: equal where no value is negative",
      "PReLU: its slopes start at 0.25 in one framework and at 0 in the other",
      "Flatten: its values come in another order, as the channels are first or last: weights behind it do not carry over as they are",
    ]);
  });
});
