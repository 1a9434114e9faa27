import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { outputsOf } from "../../server/src/core/analysis";
import { render } from "../../server/src/core/message";
import { read } from "../support/check-model";

const found = (text: string, name = "a.cnn.yaml") => {
  const { problems, suppressed, models } = read(text, name);
  const [model] = models;
  return {
    ids: problems.map(({ id }) => id),
    words: problems.map(({ span }) => text.slice(span.from, span.to)),
    fix: problems[0]?.fixes?.[0],
    message: problems[0] && render(problems[0].message),
    suppressed: suppressed.length,
    framework: model!.graph.vocabulary.id,
    output: outputsOf(model!.steps.at(-1))?.[0]?.slice(1),
  };
};

const mended = (text: string, name = "a.cnn.yaml"): string => {
  const [edit] = found(text, name).fix!.edits;
  return text.slice(0, edit!.span.from) + edit!.text + text.slice(edit!.span.to);
};

const layers = `layers:
  - Conv2D: { filters: 8, kernel_size: 3 }
  - BatchNormalization
  - Flatten
  - Dense: { units: 10 }
`;
const keras = `input: [8, 8, 3]\n${layers}`;

describe("a file in the words of another framework", () => {
  it("is wrong once, and understood", () => {
    const { ids, words, framework, output } = found(keras);
    assert.deepEqual([ids, words, framework, output], [["wrong-framework"], ["Conv2D"], "keras", [10]]);
    assert.deepEqual(found(mended(keras)).ids, ["bias-before-norm", "large-dense-head"]);
  });

  it("is told nothing that hangs on the framework", () => {
    const text = keras.replace("kernel_size: 3", "kernel_size: 30");
    assert.deepEqual(found(text).ids, ["wrong-framework"]);
    assert.deepEqual(found(mended(text)).ids, ["kernel-fits-input"]);
  });

  it("is told what is wrong in any", () => {
    const text = `${keras}nam: x\n`;
    assert.deepEqual(found(text).ids, ["wrong-framework", "unknown-key"]);
  });

  it("keeps its comments, which silence what comes with the framework", () => {
    const { ids, suppressed } = found(`# convlint-disable-file bias-before-norm\n${keras}`);
    assert.deepEqual([ids, suppressed], [["wrong-framework"], 1]);
  });

  it("says so in its blocks alone, at the first word", () => {
    const text = `input: [8, 8, 3]
blocks:
  Two:
    layers:
      - Conv2D: { filters: 8, kernel_size: 3 }
      - Conv2D: { filters: 8, kernel_size: 3 }
layers:
  - Two
`;
    assert.deepEqual([found(text).words, found(text).output], [["Conv2D"], [4, 4, 8]]);
  });

  it("has the framework written where it belongs", () => {
    assert.equal(mended(`framework: pytorch\n${keras}`), `framework: keras\n${keras}`);
    assert.equal(mended(`framework:\n${keras}`), `framework: keras\n${keras}`);
    assert.equal(mended(`name: x\n${keras}`), `name: x\nframework: keras\n${keras}`);
    const json = '{ "input": [8, 8, 3], "layers": ["MaxPooling2D", { "Dense": { "units": 1 } }] }';
    assert.equal(mended(json, "a.cnn.json"), json.replace("{ ", '{ "framework": "keras", '));
  });

  it("says nothing more of a framework that nobody knows", () => {
    const { ids, framework } = found(`framework: mxnet\n${keras}`);
    assert.deepEqual([ids, framework], [["unknown-framework"], "keras"]);
  });
});

describe("a word of another framework", () => {
  it("is no misspelt name of a block", () => {
    const text = `input: [3, 8, 8]
layers:
  - Dens
  - Flatten
  - Dense: { units: 10 }
blocks:
  Dens:
    layers:
      - ReLU
`;
    assert.equal(found(text).message, "no operator is called Dense; did you mean Linear?");
  });
});

describe("a file with words of another framework", () => {
  const few = (text: string): readonly string[] => found(`input: [3, 8, 8]\n${text}`).ids;

  it("is as it says where there is only one, or as many of its own", () => {
    assert.deepEqual(few("layers:\n  - Conv2D: { filters: 8 }\n  - ReLU\n"), ["unknown-operator"]);
    const both = "layers:\n  - Conv2D\n  - Dense\n  - BatchNorm2d\n  - MaxPool2d: { kernel_size: 2 }\n";
    assert.deepEqual(few(both), ["unknown-operator", "unknown-operator"]);
  });

  it("is as it says where a block has the name", () => {
    const text = `layers:\n  - Dense\n  - Dense\nblocks:\n  Dense:\n    layers:\n      - ReLU\n`;
    assert.deepEqual(few(text), []);
  });
});
