import assert from "node:assert/strict";
import { it } from "node:test";
import { lossesOf, lossWords } from "../../server/src/core/losses";
import { read } from "../support/check-model";

const idsOf = (framework: string, loss: string, last: string): readonly string[] => {
  const [input, dense] =
    framework === "keras" ? ["[8, 8, 3]", "Dense: { units: 4 }"] : ["[3, 8, 8]", "Linear: { out_features: 4 }"];
  const lines = [`framework: ${framework}`, `input: ${input}`, "training:", `  loss: ${loss}`, "layers:"];
  const text = [...lines, "  - Flatten", `  - ${dense}`, `  - ${last}`, ""].join("\n");
  return read(text, "model.cnn.yaml").problems.map(({ id }) => id);
};

for (const loss of ["CrossEntropyLoss", "CrossEntropy", "cross_entropy", "cross-entropy", "nn.CrossEntropyLoss()"])
  it(`${loss} is the loss that applies a softmax`, () => {
    assert.deepEqual(idsOf("pytorch", loss, "Softmax: { dim: 1 }"), ["softmax-before-loss"]);
    assert.deepEqual(idsOf("pytorch", loss, "Sigmoid"), ["sigmoid-with-logits-loss"]);
    assert.deepEqual(idsOf("pytorch", loss, "Identity"), []);
  });

for (const loss of ["BCEWithLogitsLoss", "BCEWithLogits", "bce_with_logits", "nn.BCEWithLogitsLoss"])
  it(`${loss} is the loss that applies a sigmoid`, () => {
    assert.deepEqual(idsOf("pytorch", loss, "Sigmoid"), ["sigmoid-with-logits-loss"]);
    assert.deepEqual(idsOf("pytorch", loss, "Identity"), []);
  });

for (const loss of ["BCELoss", "BCE", "binary_cross_entropy"])
  it(`${loss} takes probabilities`, () => {
    assert.deepEqual(idsOf("pytorch", loss, "Sigmoid"), []);
    assert.deepEqual(idsOf("pytorch", loss, "Identity"), ["sigmoid-with-logits-loss"]);
  });

it("a loss of Keras takes what from_logits says", () => {
  const softmax = "Softmax";
  assert.deepEqual(idsOf("keras", "categorical_crossentropy", softmax), []);
  assert.deepEqual(idsOf("keras", "CategoricalCrossentropy(from_logits=True)", softmax), ["softmax-before-loss"]);
  assert.deepEqual(idsOf("keras", "CategoricalCrossentropy(from_logits=unknown)", softmax), []);
});

it("no name means two losses of one framework", () => {
  for (const framework of ["pytorch", "keras"]) {
    const names = lossesOf(framework).flatMap(({ names }) => names);
    assert.equal(new Set(names).size, names.length);
  }
});

it("every name that is offered is read as what is said of it", () => {
  for (const framework of ["pytorch", "keras"])
    for (const { name, doc } of lossWords(framework)) {
      assert.match(doc, /^[A-Z].*\.$/);
      const [, squash = "", itself] = /(softmax|sigmoid|LogSoftmax)( itself)?\.$/.exec(doc) ?? [];
      const isWrong = (last: string): boolean => idsOf(framework, name, last).length > 0;
      const said = `${framework}: ${name}: ${doc}`;
      assert.equal(isWrong("Identity"), squash !== "" && !itself, said);
      assert.equal(isWrong(layers[framework]![squash] ?? "Identity"), itself !== undefined, said);
    }
});

const layers: { readonly [framework: string]: { readonly [squash: string]: string } } = {
  pytorch: { sigmoid: "Sigmoid", softmax: "Softmax: { dim: 1 }", LogSoftmax: "LogSoftmax: { dim: 1 }" },
  keras: { sigmoid: "Activation: { activation: sigmoid }", softmax: "Softmax" },
};
