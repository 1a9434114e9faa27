import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied } from "../../server/src/core/edit";
import { understand } from "../../server/src/service";

const wantedIds = new Set(["double-activation", "identity-layer", "softmax-one-class"]);

/** The text after the first fix; nothing where none is offered. */
function fixed(text: string, path: string): string | undefined {
  const { analysis, mendable } = understand(path, text)!;
  const wanted = mendable(analysis.problems).filter(({ id }) => wantedIds.has(id));
  assert.ok(wanted.length, `nothing is wanted in ${text}`);
  const fix = wanted.flatMap(({ fixes }) => fixes ?? [])[0];
  return fix && applied(text, fix.edits);
}

const native = (layers: string, more = ""): string => `input: [3, 8, 8]\nlayers:\n${layers}${more}`;
const goes = (before: string, after: string, path = "m.cnn.yaml"): void => assert.equal(fixed(before, path), after);
const stays = (text: string, path = "m.cnn.yaml"): void => assert.equal(fixed(text, path), undefined);

describe("a layer that is to go", () => {
  it("leaves those that read it by number, by name and as an output to what it read", () => {
    goes(
      native("  - ReLU: {}\n    name: a\n  - ReLU:\n    name: b\n  - Add:\n    from: [b, -2]\n", "outputs: [b, -1]\n"),
      native("  - ReLU: {}\n    name: a\n  - Add:\n    from: [-1, -1]\n", "outputs: [-2, -1]\n"),
    );
    goes(
      native(
        "  - ReLU: {}\n    name: a\n  - { ReLU: null, from: a, name: b }\n  - Sigmoid\n  - Add:\n    from: [b, -1]\n",
      ),
      native("  - ReLU: {}\n    name: a\n  - Sigmoid\n  - Add:\n    from: [a, -1]\n"),
    );
  });

  it("goes with the comment behind it, and those above stay", () =>
    goes(
      native("  # one\n  - ReLU  # two\n\n  # three\n  - ReLU  # four\n  - Sigmoid # five\n"),
      native("  # one\n  - ReLU  # two\n\n  # three\n  - Sigmoid # five\n"),
    ));

  it("goes from a block for all of its calls, and from one line", () =>
    goes(
      native(
        "  - S\n  - S\n",
        "blocks:\n  S: { layers: [ReLU, Dropout: { p: 0.1 }, ReLU, Conv2d: { out_channels: 3, kernel_size: 1 }] }\n",
      ),
      native(
        "  - S\n  - S\n",
        "blocks:\n  S: { layers: [ReLU, Dropout: { p: 0.1 }, Conv2d: { out_channels: 3, kernel_size: 1 }] }\n",
      ),
    ));

  it("goes with all of its copies", () =>
    goes(native("  - ReLU\n  - ReLU: {}\n    repeat: 3\n  - Sigmoid\n"), native("  - ReLU\n  - Sigmoid\n")));

  it("stays where the first of its copies does something, if only in one use of a block", () => {
    const block =
      "blocks:\n  S:\n    layers:\n      - ReLU: {}\n        repeat: 2\n      - Conv2d: { out_channels: 3, kernel_size: 1 }\n";
    assert.notEqual(fixed(native("  - ReLU\n  - S\n  - Sigmoid\n  - S\n", block), "m.cnn.yaml"), undefined);
    stays(native("  - ReLU\n  - S\n  - S\n", block));
  });

  it("goes where a condition may leave it out", () =>
    goes(
      native(
        "  - S: { on: true }\n  - S: { on: false }\n",
        "blocks:\n  S:\n    params: { on: null }\n    layers:\n      - ReLU\n      - ReLU: {}\n        when: $on\n      - Sigmoid\n",
      ),
      native(
        "  - S: { on: true }\n  - S: { on: false }\n",
        "blocks:\n  S:\n    params: { on: null }\n    layers:\n      - ReLU\n      - Sigmoid\n",
      ),
    ));

  it("stays where it is the only one of its list", () =>
    stays(native("  - ReLU\n  - S\n", "blocks:\n  S:\n    layers:\n      - ReLU\n")));

  it("stays where it is the result and what it reads is not the layer above", () =>
    stays(native("  - ReLU\n  - Conv2d: { out_channels: 3, kernel_size: 1 }\n  - ReLU: {}\n    from: -2\n")));

  it("stays where its name stands in an expression", () =>
    stays(native("  - ReLU\n  - ReLU: {}\n    name: a\n  - Conv2d: { out_channels: $a.channels, kernel_size: 1 }\n")));

  it("stays where another place repeats it or a part of it", () => {
    stays(native("  - ReLU\n  - &a ReLU\n  - *a\n  - Sigmoid\n"));
    stays(native("  - ReLU\n  - ReLU: &none {}\n  - Conv2d: { out_channels: 3, kernel_size: 1 }\n  - Tanh: *none\n"));
    const shared = (last: string): string =>
      native(
        "  - A\n  - B\n",
        `blocks:\n  A:\n    layers: &l\n      - ReLU\n      - ReLU: {}\n        name: a\n      - Sigmoid\n  B:\n    layers: *l\n    outputs: [${last}]\n`,
      );
    stays(shared("a"));
  });

  it("stays beside a comment that steers what is told below", () => {
    stays(native("  - ReLU\n  # convlint-disable-next-line dropout-rate\n  - ReLU\n  - Sigmoid\n"));
    stays(native("  - ReLU\n  - ReLU # convlint-disable dropout-rate\n  - Dropout: { p: 0.95 }\n"));
  });

  it("stays while something is wrong in the file", () => {
    stays(native("  - ReLU\n  - ReLU\n  - Conv2d: { out_channels: 3, kernel_size: 9 }\n"));
  });

  it("goes from rows that count from the start, and says what that makes of weights", () => {
    const rows = (some: readonly string[]): string => `nc: 4\nbackbone:\n${some.map((row) => `  - ${row}\n`).join("")}`;
    const before = rows([
      "[-1, 1, Conv, [8, 3]] # 0",
      "[-1, 1, nn.MaxPool2d, [1]] # 1",
      "[1, 1, Conv, [8, 3]] # 2-P2",
      "[[-1, 1], 1, Concat, [1]] # 3",
    ]);
    goes(
      before,
      rows(["[-1, 1, Conv, [8, 3]] # 0", "[0, 1, Conv, [8, 3]] # 1-P2", "[[-1, 0], 1, Concat, [1]] # 2"]),
      "m.yaml",
    );
  });

  it("goes from JSON", () =>
    goes(
      `{ "input": [3, 8, 8], "layers": ["ReLU", { "ReLU": {}, "name": "a" }, { "Add": {}, "from": ["a", -2] }] }`,
      `{ "input": [3, 8, 8], "layers": ["ReLU", { "Add": {}, "from": [-1, -1] }] }`,
      "m.cnn.json",
    ));
});

describe("a layer that is to be another", () => {
  const one = (layer: string): string =>
    `input: [3, 8, 8]\nlayers:\n  - Flatten\n  - Linear: { out_features: 1 }\n${layer}`;
  it("takes its name and nothing of its arguments", () => {
    goes(one("  - Softmax: { dim: 1 } # so\n"), one("  - Sigmoid # so\n"));
    goes(one("  - Softmax:\n      dim: 1\n    name: p\n"), one("  - Sigmoid:\n    name: p\n"));
    goes(one("  - { Softmax: { dim: 1 }, name: p }\n"), one("  - { Sigmoid: null, name: p }\n"));
  });

  it("is a function where the framework has no such layer", () => {
    const keras = (layer: string): string =>
      `framework: keras\ninput: [8]\nlayers:\n  - Dense: { units: 1 }\n  - ${layer}\n`;
    goes(keras("Softmax"), keras("Activation: { activation: sigmoid }"));
    goes(keras('Dense: { units: 1, activation: "softmax" }'), keras('Dense: { units: 1, activation: "sigmoid" }'));
    goes(keras('Activation: { activation: "softmax" }'), keras('Activation: { activation: "sigmoid" }'));
  });

  it("stays where a comment stands among its arguments", () =>
    stays(one("  - Softmax:\n      # over classes\n      dim: 1\n")));

  it("is another in JSON and in rows, too", () => {
    const dense = (name: string): string =>
      `{ "framework": "keras", "input": [8], "layers": [{ "Dense": { "units": 1, "activation": "${name}" } }] }`;
    goes(dense("softmax"), dense("sigmoid"), "m.cnn.json");
    const json = (layer: string): string =>
      `{ "input": [8], "layers": [{ "Linear": { "out_features": 1 } }, ${layer}] }`;
    goes(json(`{ "Softmax": { "dim": 1 } }`), json(`"Sigmoid"`), "m.cnn.json");
    const rows = (row: string): string => `nc: 1\nbackbone:\n  - [-1, 1, Conv, [1, 3]]\n  - [-1, 1, ${row}]\n`;
    goes(rows("nn.Softmax, [1]"), rows("nn.Sigmoid, []"), "m.yaml");
  });
});
