import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { lossWords } from "../server/src/core/losses";
import * as keys from "../server/src/formats/native/keys";
import { understand } from "../server/src/service";
import { keys as settingsKeys } from "../server/src/settings/keys";
import { violations } from "./support/json-schema";

const schema = JSON.parse(readFileSync("syntaxes/cnn.schema.json", "utf8"));
const check = (text: string) => violations(parse(text, { merge: true }), schema);

const within = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".cnn.yaml"))
    .map((name) => `${folder}/${name}`);

describe("the schema of the native format", () => {
  for (const file of [...within("examples"), ...within("examples/zoo"), ...within("examples/broken")])
    it(`accepts ${file}`, () => assert.deepEqual(check(readFileSync(file, "utf8")), []));

  for (const file of within("tests/models")) {
    const text = readFileSync(file, "utf8");
    const { problems } = understand(file, text)!.analysis;
    if (!problems.some(({ severity }) => severity === "error"))
      it(`accepts ${file}, which is without a mistake`, () => assert.deepEqual(check(text), []));
  }

  const input = "input: [3, 8, 8]\n";
  const wrong: readonly (readonly [why: string, model: string])[] = [
    ["no layers", "input: [3, 8, 8]"],
    ["an unknown framework", `framework: caffe\n${input}layers: []`],
    ["an unknown key", `${input}layers: []\nnotes: 3`],
    ["an unknown argument", `${input}layers: [{ Conv2d: { out_channels: 8, kernel_size: 3, colour: 1 } }]`],
    ["a missing argument", `${input}layers: [{ Conv2d: { out_channels: 8 } }]`],
    ["no arguments where some are needed", `${input}layers: [{ Conv2d: null }]`],
    ["a value of the wrong kind", `${input}layers: [{ Conv2d: { out_channels: 8, kernel_size: three } }]`],
    ["too small a value", `${input}layers: [{ Conv2d: { out_channels: 0, kernel_size: 3 } }]`],
    ["arguments by position", `${input}layers: [{ Conv2d: [8, 3] }]`],
    ["a size that is none", "input: [3, 0, 8]\nlayers: []"],
    ["a number of a layer counted from the first", `${input}layers: [ReLU, { ReLU: null, from: 0 }]`],
    ["a name with a blank", `${input}layers: [{ ReLU: null, name: my layer }]`],
    ["repeat below zero", `${input}layers: [{ ReLU: null, repeat: -1 }]`],
    ["only for something else", `${input}layers: [{ ReLU: null, only: inference }]`],
    ["an unknown precision", `${input}layers: []\ntraining: { precision: float8 }`],
    ["a block without layers", `${input}layers: [B]\nblocks: { B: { params: { n: 1 } } }`],
    ["a mistake inside a block", `${input}layers: [B]\nblocks: { B: { layers: [{ Conv2d: { out_channels: 8 } }] } }`],
    [
      "an activation that there is not",
      "framework: keras\ninput: [8]\nlayers: [{ Dense: { units: 8, activation: rellu } }]",
    ],
    [
      "words of one framework in a model of the other",
      "framework: keras\ninput: [8, 8, 3]\nlayers: [{ Flatten: { start_dim: 1 } }]",
    ],
  ];
  for (const [why, model] of wrong) it(`refuses ${why}`, () => assert.notDeepEqual(check(model), []));

  it("accepts what each framework alone has", () => {
    const keras = "framework: keras\ninput: [8, 8, 3]\nlayers:\n";
    assert.deepEqual(
      check(`${keras}  - Conv2D: { filters: 8, kernel_size: 3, use_bias: false, activation: relu }`),
      [],
    );
    assert.deepEqual(check("input: [3, 8, 8]\nlayers: [{ Flatten: { start_dim: 1 } }]"), []);
  });

  it("accepts blocks of the file, whatever they are called, and expressions for any value", () => {
    const block = "blocks:\n  Stage:\n    params: { width: null, act: ReLU }\n    layers:\n";
    const layers =
      "      - Conv2d: { out_channels: $width, kernel_size: $(width // 2) }\n        when: $(width > 3)\n      - $act\n";
    assert.deepEqual(check(`input: [3, H, W]\nlayers: [{ Stage: { width: 3 } }, ReLU]\n${block}${layers}`), []);
  });

  it("knows every key of the format, and says of it what the editor says", () => {
    const { properties, definitions } = schema;
    const [layer, block] = [definitions.pytorch.layer.anyOf[1].properties, definitions.pytorch.block.properties];
    const places = [
      [keys.modelKeys, properties],
      [keys.trainingKeys, properties.training.properties],
      [keys.layerKeys, layer],
      [keys.blockKeys, block],
    ] as const;
    for (const [choices, known] of places)
      for (const { name, doc } of choices) assert.equal(known[name]?.description, doc, name);
  });

  it("offers the losses of the framework, each with what it takes, and takes any other", () => {
    for (const framework of ["pytorch", "keras"]) {
      const { anyOf } = schema.definitions[framework].training.properties.loss;
      const offered = lossWords(framework).map(({ name, doc }) => ({ const: name, description: doc }));
      assert.deepEqual(anyOf, [...offered, { type: "string" }]);
      assert.deepEqual(check(`framework: ${framework}\nlayers: []\ntraining: { loss: FocalLoss }`), []);
      assert.notDeepEqual(check(`framework: ${framework}\nlayers: []\ntraining: { loss: 3 }`), []);
    }
  });

  it("describes operators and arguments, with the defaults of the framework", () => {
    const { pytorch, keras } = schema.definitions;
    assert.match(pytorch.Conv2d.description, /^Slides .*\n\nH' = /);
    assert.equal(pytorch.Conv2d.properties.stride.description, "Step from one window to the next. In px. Default: 1.");
    assert.match(keras.Conv2D.properties.padding.description, /Default: "valid"\.$/);
    assert.ok(keras.Dense.properties.activation.anyOf[0].enum.includes("relu"));
  });
});

describe("the schema of a configuration", () => {
  const schema = JSON.parse(readFileSync("syntaxes/convlint.schema.json", "utf8"));
  const check = (text: string) => violations(parse(text), schema);

  it("accepts what the page about it shows, and all that the rules' pages show without a mistake", () => {
    const pages = ["docs/configuration.md", ...readdirSync("tests/rules").map((file) => `tests/rules/${file}`)];
    const configurations = pages.flatMap((page) =>
      [...readFileSync(page, "utf8").matchAll(/^```yaml\n(# \.convlint\.yaml\n[\s\S]*?)^```$/gm)].map(
        ([, text]) => text!,
      ),
    );
    const sound = configurations.filter((text) => !/^\s*# *<?[\^\d]+ +error/m.test(text));
    assert.ok(sound.length > 10);
    for (const text of sound) if (!text.includes("bias-befor")) assert.deepEqual(check(text), [], text);
  });

  const wrong: readonly string[] = [
    "rule: {}",
    "root: maybe",
    "rules: { no-such-rule: off }",
    "rules: { bias-before-norm: loud }",
    "rules: { memory-over-budget: { least: 3 } }",
    "rules: { memory-over-budget: { most: 3XB } }",
    "budget: { parameters: many }",
    "budget: { size: 3 }",
    "extends: strict.js",
    "dialect: yolov99",
    "input: [3, 0]",
    "scales: []",
    "overrides: [{ input: [3, 8, 8] }]",
    "modules: { Mine: { colour: red } }",
  ];
  for (const text of wrong) it(`refuses ${text}`, () => assert.notDeepEqual(check(text), []));

  it("says of each key what the editor says", () => {
    for (const { name, doc } of settingsKeys) assert.equal(schema.properties[name]?.description, doc, name);
    assert.match(
      schema.definitions.rules.properties["memory-over-budget"].anyOf[1].properties.most.description,
      /8GiB/,
    );
  });
});
