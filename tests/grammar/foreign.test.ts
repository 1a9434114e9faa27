import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import { type Grammars, grammars, tokensOf, tokensOfLine } from "./tokens";

let yaml: Grammars;
before(async () => {
  yaml = await grammars();
});

const folder = "tests/grammar/foreign";

describe("a file that holds no layers has the tokens of YAML", () => {
  for (const file of readdirSync(folder)) {
    const text = readFileSync(`${folder}/${file}`, "utf8");

    it(file, () => assert.deepEqual(tokensOf(yaml.ours, text), tokensOf(yaml.plain, text)));

    // Half of a title may well be an operator, where the key above is one of ours.
    if (file === "our-keys.yaml") continue;
    it(`${file}, while it is typed`, () => {
      let [ours, plain] = [yaml.initial, yaml.initial];
      for (const line of text.split("\n")) {
        for (let end = 0; end < line.length; end++) {
          const typed = line.slice(0, end);
          assert.deepEqual(tokensOfLine(yaml.ours, typed, ours).tokens, tokensOfLine(yaml.plain, typed, plain).tokens);
        }
        ours = tokensOfLine(yaml.ours, line, ours).next;
        plain = tokensOfLine(yaml.plain, line, plain).next;
      }
    });
  }
});

describe("the same files with a layer in them", () => {
  // Otherwise the tests above would pass without any grammar of ours.
  it("do not", () => {
    const text = `${readFileSync(`${folder}/compose.yaml`, "utf8")}\nlayers:\n  - Conv2d\n`;
    assert.notDeepEqual(tokensOf(yaml.ours, text), tokensOf(yaml.plain, text));
  });
});
