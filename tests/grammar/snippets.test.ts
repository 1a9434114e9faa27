import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { render } from "../../server/src/core/message";
import { rules } from "../../server/src/rules/index";
import { read } from "../support/check-model";
import { inserted, snippets } from "./snippet";

const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

/** Where a snippet belongs in a file. */
const around: { readonly [prefix: string]: (text: string) => string } = {
  cnn: (text) => text,
  "cnn-keras": (text) => text,
  "cnn-yolo": (text) => text,
  "cnn-conv": (text) => `input: [3, 8, 8]\nlayers:\n${indented(text)}`,
  "cnn-residual": (text) => `input: [3, 8, 8]
layers:
  - Residual: { channels: 16 }
  - Residual: { channels: 16 }
  - Residual: { channels: 32, stride: 2 }
${text}`,
  "cnn-row": (text) => `nc: 80\nscales:\n  n: [0.5, 0.25, 512]\nbackbone:\n${indented(text)}`,
  "cnn-disable": (text) => `input: [3, 8, 8]
layers:
${indented(text)}
  - Conv2d: { out_channels: 8, kernel_size: 3, bias: true }
  - BatchNorm2d
`,
};

const config = "cnn-config";

describe("snippets", () => {
  it("begin with cnn, so that they stay out of the way of other YAML", () => {
    for (const { prefix, description } of snippets) {
      assert.match(prefix, /^cnn/);
      assert.match(description, /\.$/);
    }
    assert.equal(new Set(snippets.map(({ prefix }) => prefix)).size, snippets.length);
  });

  it("are all tried here", () =>
    assert.deepEqual(snippets.map(({ prefix }) => prefix).sort(), [...Object.keys(around), config].sort()));

  for (const { prefix, body } of snippets.filter((snippet) => snippet.prefix in around))
    inserted(body).forEach((text, i) =>
      it(`${prefix}, choice ${i + 1}, has no problem`, () => {
        const source = around[prefix]!(text);
        const { models, problems } = read(
          source,
          prefix === "cnn-yolo" || prefix === "cnn-row" ? "x.yaml" : "x.cnn.yaml",
        );
        assert.ok(models.length, source);
        assert.deepEqual(
          problems.map(({ id, message, span }) => `${id}: ${render(message)} at ${source.slice(span.from, span.to)}`),
          [],
        );
      }),
    );

  it("suppress what would otherwise be reported", () => {
    const { problems } = read(around["cnn-disable"]!(""), "x.cnn.yaml");
    assert.deepEqual(
      problems.map(({ id }) => id),
      ["bias-before-norm"],
    );
  });

  it("set rules that there are, to severities that there are", () => {
    const severities = inserted(snippets.find(({ prefix }) => prefix === config)!.body).map((text) => {
      const { root, rules: set, ignore, ...more } = parse(text);
      assert.deepEqual([root, ignore, more], [true, ["drafts/**"], {}]);
      const [[id, severity], ...others] = Object.entries(set) as [[string, string]];
      assert.ok(
        rules.some((rule) => rule.id === id),
        id,
      );
      assert.deepEqual(others, []);
      return severity;
    });
    assert.deepEqual(severities.sort(), ["error", "hint", "information", "off", "warning"]);
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
