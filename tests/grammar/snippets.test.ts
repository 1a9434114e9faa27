import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { render } from "../../server/src/core/message";
import { read } from "../support/check-model";
import { inserted, snippets } from "./snippet";

const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

/** The file in which a snippet belongs, and what stands around it there. */
const files: { readonly [prefix: string]: readonly [path: string, around: (text: string) => string] } = {
  cnn: ["x.cnn.yaml", (text) => text],
  "cnn-keras": ["x.cnn.yaml", (text) => text],
  "cnn-yolo": ["x.yaml", (text) => text],
  "cnn-conv": ["x.cnn.yaml", (text) => `input: [3, 8, 8]\nlayers:\n${indented(text)}`],
  "cnn-residual": [
    "x.cnn.yaml",
    (text) => `input: [3, 8, 8]
layers:
  - Residual: { channels: 16 }
  - Residual: { channels: 16 }
  - Residual: { channels: 32, stride: 2 }
${text}`,
  ],
  "cnn-row": ["x.yaml", (text) => `nc: 80\nscales:\n  n: [0.5, 0.25, 512]\nbackbone:\n${indented(text)}`],
  "cnn-disable": [
    "x.cnn.yaml",
    (text) => `input: [3, 8, 8]
layers:
${indented(text)}
  - Conv2d: { out_channels: 8, kernel_size: 3, bias: true }
  - BatchNorm2d
`,
  ],
  "cnn-config": [".convlint.yaml", (text) => text],
};

function problemsOf(source: string, path: string): readonly string[] {
  const { models, problems } = read(source, path);
  if (path.startsWith("x.") && !models.length) return [`${path} is not read as a model`];
  return problems.map(({ id, message, span }) => `${id}: ${render(message)} at ${source.slice(span.from, span.to)}`);
}

describe("snippets", () => {
  it("begin with cnn, so that they stay out of the way of other YAML", () => {
    for (const { prefix, description } of snippets) {
      assert.match(prefix, /^cnn/);
      assert.match(description, /\.$/);
    }
    assert.equal(new Set(snippets.map(({ prefix }) => prefix)).size, snippets.length);
  });

  it("are all tried here", () =>
    assert.deepEqual(snippets.map(({ prefix }) => prefix).sort(), Object.keys(files).sort()));

  for (const { prefix, body } of snippets)
    inserted(body).forEach((text, i) => {
      const [path, around] = files[prefix] ?? ["", String];
      it(`${prefix}, choice ${i + 1}, has no problem`, () => assert.deepEqual(problemsOf(around(text), path), []));
    });

  it("suppress what would otherwise be reported", () => {
    const [path, around] = files["cnn-disable"]!;
    assert.match(problemsOf(around(""), path).join("\n"), /^bias-before-norm: .*$/);
  });
});

describe("package.json", () => {
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));

  it("puts the grammar into YAML alone, and offers the snippets there", () => {
    assert.deepEqual(contributes.grammars, [
      {
        scopeName: JSON.parse(readFileSync("syntaxes/convlint.injection.tmLanguage.json", "utf8")).scopeName,
        path: "./syntaxes/convlint.injection.tmLanguage.json",
        injectTo: ["source.yaml"],
      },
    ]);
    assert.deepEqual(contributes.snippets, [{ language: "yaml", path: "./syntaxes/convlint.snippets.json" }]);
  });
});
