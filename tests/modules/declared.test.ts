import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { MarkupContent } from "vscode-languageserver-types";
import { linesOf } from "../../server/src/core/lines";
import { render } from "../../server/src/core/message";
import { completion } from "../../server/src/features/completion";
import { hover } from "../../server/src/features/hover";
import { signatureHelp } from "../../server/src/features/signature-help";
import type { Snapshot } from "../../server/src/features/snapshot";
import { modulesOf } from "../../server/src/modules/read-modules";
import { understand } from "../../server/src/service";
import { settingsAbove, settingsAt } from "../../server/src/settings/find";
import { resolve } from "../../server/src/settings/resolve";
import { entryOf } from "../../server/src/tree/tree";
import { parseYaml } from "../../server/src/tree/yaml";
import { checkModel } from "../support/check-model";

const known = { ids: [], dialects: [], rules: [], version: "1.0.0" };

const modulesIn = (text: string) => {
  const { modules } = settingsAt("/.convlint.yaml", text, known).settings;
  return modules ? { modules } : {};
};

const said = (text: string): readonly string[] =>
  settingsAt("/.convlint.yaml", text, known).problems.map(
    ({ id, span, message }) => `${text.slice(span.from, span.to)} ${id}: ${render(message)}`,
  );

const attention = `modules:
  CBAM:
    args: [c1, kernel_size = 7]
    channels: c1
    size: same
    parameters: c1 * c1 + c1 + 2 * kernel_size * kernel_size
    macs: c1 * c1 + 2 * kernel_size * kernel_size * height * width
`;

const convolution = `modules:
  Down:
    doc: A convolution that halves both sides.
    args: [c1, c2, k = 3, s = 2]
    scaled: [c2]
    block:
      - Conv2d: { out_channels: $c2, kernel_size: $k, stride: $s, padding: $(k // 2), bias: false }
      - BatchNorm2d
      - SiLU
`;

describe("a declared module", () => {
  it("gives what its formulas say, and is written as its constructor takes it", () => {
    // 64 channels of 32 × 32: 64² + 64 + 2·7² = 4258; 64² + 2·49·1024 = 104448.
    const model = `nc: 3
scales: { n: [1.0, 1.0, 1024] }
backbone:
  # convlint-disable-next-line representational-bottleneck
  - [-1, 1, Conv, [64, 39, 20]] # => [64, 32, 32] params=292160
  - [-1, 1, CBAM, [64]] # => [64, 32, 32] params=4258 macs=104448
  - [-1, 1, CBAM, [64, 3]] # => [64, 32, 32] params=4178
  - [-1, 1, Conv, [32, 1, 1]] # => [32, 32, 32] params=2112
`;
    assert.deepEqual(checkModel(model, "model.yaml", modulesIn(attention)), []);
  });

  it("is told of no channels by a parser that does not know it, and is not scaled", () => {
    const model = `nc: 3
scales: { n: [1.0, 0.25, 1024] }
backbone:
  # convlint-disable-next-line representational-bottleneck
  - [-1, 1, Conv, [64, 39, 20]] # => [16, 32, 32] params=73040
  - [-1, 1, CBAM, [64]]
  #                ^^ error[stated-size]: c1 is 64, but the input [16, 32, 32] has 16 channels
`;
    assert.deepEqual(checkModel(model, "model.yaml", modulesIn(attention)), []);
  });

  it("is what its layers are", () => {
    // At half width 32 channels become 16: 3·16·9 + 2·16 = 464, then 16·32·25 + 2·32 = 12864, and 32·32·9 + 64 = 9280.
    const model = `nc: 3
scales: { s: [1.0, 0.5, 1024] }
backbone:
  - [-1, 1, Down, [32]] # => [16, 320, 320] params=464 macs=44236800
  - [-1, 1, Down, [64, 5, 1]] # => [32, 320, 320] params=12864
  - [-1, 2, Down, [64]] # => [32, 80, 80] params=18560
  - [-1, 1, Conv, [64, 1, 1]] # => [32, 80, 80] params=1088
`;
    assert.deepEqual(checkModel(model, "model.yaml", modulesIn(convolution)), []);
  });

  it("is told how often it repeats itself", () => {
    const stage = `modules:
  Stage:
    args: [c1, c2, n]
    scaled: c2
    repeats: true
    block:
      - Conv2d: { out_channels: $c2, kernel_size: 1, bias: false }
      - Conv2d: { out_channels: $c2, kernel_size: 3, padding: 1, bias: false }
        repeat: $n
`;
    // 3·64 + 2·64·64·9 = 73920: a third of six is two.
    const model = `nc: 3
scales: { n: [0.33, 1.0, 1024] }
backbone:
  - [-1, 6, Stage, [64]] # => [64, 640, 640] params=73920
`;
    assert.deepEqual(said(stage), []);
    assert.deepEqual(checkModel(model, "model.yaml", modulesIn(stage)), []);
  });

  it("is known by its name alone, and then nothing is said of what follows", () => {
    const model = `nc: 3
backbone:
  # convlint-disable-next-line representational-bottleneck
  - [-1, 1, Conv, [64, 39, 20]] # => [64, 32, 32] params=292160
  - [-1, 1, Mine, [64, whatever]]
  - [-1, 1, Conv, [64, 1, 1]] # => [64, ?, ?] params=4224
`;
    assert.deepEqual(checkModel(model, "model.yaml", modulesIn("modules:\n  Mine: { args: [a, b] }\n")), []);
  });

  it("stands before a module of the library with its name", () => {
    const model = `nc: 3
backbone:
  - [-1, 1, C2f, [3]] # => [3, 640, 640] params=7
`;
    const own = "modules:\n  C2f: { args: [c1], size: same, channels: c1, parameters: c1 * 2 + 1 }\n";
    assert.deepEqual(checkModel(model, "model.yaml", modulesIn(own)), []);
  });

  it("refuses in the model what its layers refuse", () => {
    const model = `nc: 3
backbone:
  - [-1, 1, Split, [30, 4]]
  #         ^^^^^ error[groups-divide-channels]: Conv2d: 
  - [-1, 1, Conv, [64, 1, 1]]
`;
    const own =
      "modules:\n  Split:\n    args: [c2, g]\n    block:\n      - Conv2d: { out_channels: $c2, kernel_size: 1, groups: $g }\n";
    assert.deepEqual(checkModel(model, "model.yaml", modulesIn(own)), []);
  });

  it("has no figures of the library that nobody could know", () => {
    const model =
      "nc: 3\nbackbone:\n  # convlint-disable-next-line representational-bottleneck\n  - [-1, 1, Conv, [64, 39, 20]]\n  - [-1, 1, CBAM, [64]]\nhead:\n  - [-1, 1, Classify, [nc]]\n";
    const { analysis, library } = understand("model.yaml", model, modulesIn(attention))!;
    assert.deepEqual(analysis.problems, []);
    assert.deepEqual([library!(analysis.models[0]!).gflops, library!(analysis.models[0]!).libraryLayers], [null, null]);
  });
});

describe("a declared module in the editor", () => {
  const model = "nc: 3\nbackbone:\n  - [-1, 1, Conv, [64, 39, 20]]\n  - [-1, 1, Down, [64, 5, ]]\n";
  const snapshot = (text: string): Snapshot => {
    const understood = understand("model.yaml", text, modulesIn(convolution))!;
    return { text, lines: linesOf(text), ...understood };
  };

  it("says on hover what it does, gives and costs", () => {
    const found = hover(snapshot(model), model.indexOf("Down") + 1, { markdown: false });
    const { value } = found!.contents as MarkupContent;
    assert.match(value, /^Down A convolution that halves both sides\./);
    assert.match(value, /\[64, 32, 32\] → \[64, 16, 16\]/);
    assert.match(value, /parameters: .*102,528/);
  });

  it("is offered by name and argument", () => {
    const text = model.replace("Down, [64, 5, ]", "Do");
    const items = completion(snapshot(text), text.lastIndexOf("Do") + 2, { snippets: false, markdown: true });
    const own = items.find(({ label }) => label === "Down");
    assert.equal(own?.detail, "(c2, k, s)");
    const help = signatureHelp(snapshot(model), model.indexOf("5, ]") + 3);
    assert.equal(help?.signatures[0]?.label, "Down(c2, k = 3, s = 2)");
  });
});

describe("a declaration", () => {
  it("is reported where it is wrong, and only there", () => {
    const text = `modules:
  A: { args: [c1, 3x], channels: c3, size: same, parameter: 4 }
  B: { args: [c1, k = 3], scaled: [c2], parameters: k ** 2, told: maybe }
  C: { size: [height], channels: , block: 4 }
  2D: {}
  D: 7
`;
    assert.deepEqual(said(text), [
      "3x wrong-setting: args are names, as in [c1, kernel_size = 7]",
      "c3 wrong-expression: no parameter is called c3; did you mean c1?",
      "parameter unknown-setting: a module has doc, args, told, scaled, repeats, channels, size, parameters, macs, block, but no parameter; did you mean parameters?",
      "c2 wrong-setting: args has no c2; did you mean c1?",
      "** wrong-expression: there are no powers here; write a product",
      "maybe wrong-setting: told is true or false",
      "size wrong-setting: size follows from block, and is not read beside it",
      "channels wrong-setting: channels is a formula over c1, height, width",
      "4 wrong-setting: block is a list of layers, as in the native format",
      "2D wrong-name: 2D is no name of a class",
      "7 wrong-setting: D is a map with the keys doc, args, told, scaled, repeats, channels, size, parameters, macs, block",
    ]);
  });

  it("is reported where its layers are wrong", () => {
    const text = `modules:
  A:
    args: [c1, c2]
    size: same
    block:
      - Conv: { out_channels: $c2, kernel_size: 3 }
      - Conv2d: { out_channels: $c3, kernel_size: -1 }
      - BatchNorm2d
      - ReLU:
        repeat: $c2
`;
    assert.deepEqual(said(text), [
      "size wrong-setting: size follows from block, and is not read beside it",
      "Conv unknown-operator: no operator is called Conv; did you mean Conv2d?",
      "c3 wrong-expression: no parameter is called c3; did you mean c1?",
      "-1 wrong-argument: kernel_size is an integer ≥ 1, not -1",
    ]);
  });

  it("of the nearest file holds, name by name", () => {
    const files: { readonly [path: string]: string } = {
      "/.convlint.yaml": "modules: { A: { doc: outer }, B: { doc: outer } }",
      "/a/.convlint.yaml": 'modules: { A: { doc: inner } }\noverrides:\n  - { files: "*.x.yaml", modules: { C: } }',
    };
    const docs = (path: string) => {
      const { modules } = resolve(settingsAbove(path, { read: (file) => files[file] }, known), path);
      return [...modules!].map(([name, { spelling }]) => `${name} ${spelling.op.summary}`);
    };
    assert.deepEqual(docs("/a/m.yaml"), ["A inner", "B outer"]);
    assert.deepEqual(docs("/a/m.x.yaml"), [
      "A inner",
      "B outer",
      "C A module of your own, declared in the configuration.",
    ]);
    assert.deepEqual(docs("/m.yaml"), ["A outer", "B outer"]);
  });

  it("is read from a map as well", () => {
    const declared = modulesOf(
      entryOf(parseYaml("modules: { A: { args: { c1: , k: 3, p: None, act: true, sizes: [5, 9] } } }").root, "modules"),
      "",
      () => assert.fail(),
    );
    const { order, params } = declared.get("A")!.spelling;
    assert.deepEqual(order, ["c1", "k", "p", "act", "sizes"]);
    assert.deepEqual(
      Object.values(params).map((one) => one.default),
      [3, null, true, [5, 9]],
    );
  });
});
