import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { some } from "../support/sample";
import { checkColours } from "./colours";
import {
  charactersOf,
  colouredColumns,
  colourOf,
  type Grammars,
  grammars,
  type Token,
  tokensOf,
  yamlScopes,
} from "./tokens";

let yaml: Grammars;
before(async () => {
  yaml = await grammars();
});

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => ending.test(file))
        .map((file) => join(folder, file))
    : [];

const models = [...filesIn("examples", /\.yaml$/), ...filesIn("tests/models", /\.yaml$/)];

describe("the colours of", () => {
  for (const page of filesIn("tests/grammar", /\.md$/))
    it(page, () => assert.deepEqual(checkColours(page, yaml.ours), []));
});

/** What the words of a file are, as we say it: asked for by several tests. */
const seen = new Map<string, ReturnType<typeof tokensOf>>();
function ours(file: string): ReturnType<typeof tokensOf> {
  const found = seen.get(file) ?? tokensOf(yaml.ours, readFileSync(file, "utf8"));
  seen.set(file, found);
  return found;
}

const isOfZoo = (file: string): boolean => file.includes("zoo");
const coloured = [
  ...models.filter((file) => !isOfZoo(file)),
  ...some(models.filter(isOfZoo), "networks of the zoo around whose colours nothing changes"),
];

describe("in a model file", () => {
  for (const file of coloured)
    it(`nothing changes around what is coloured: ${file}`, () => {
      const text = readFileSync(file, "utf8");
      const plain = tokensOf(yaml.plain, text);
      ours(file).forEach((line, i) => {
        const columns = colouredColumns(line);
        assert.deepEqual(yamlScopes(line, columns), yamlScopes(plain[i]!, columns), `line ${i + 1}`);
      });
    });

  it("every operator has its colour", () => {
    // A layer, told without any grammar: an item that begins with a capital, under a key that holds layers.
    const item = /^\s*- ([A-Z]\w*)(?=:?$|:? [{#])/;
    let found = 0;
    for (const file of coloured.filter((one) => /^examples.*\.cnn\.yaml$/.test(one))) {
      const text = readFileSync(file, "utf8");
      ours(file).forEach((line, i) => {
        const operator = item.exec(text.split("\n")[i]!)?.[1];
        if (operator === undefined) return;
        found++;
        assert.equal(colourAt(line, operator), "entity.name.type.class.convlint", `${file}:${i + 1}`);
      });
    }
    assert.ok(found > 50);
  });
});

describe("in the files of Ultralytics", () => {
  const folder = "../shared/ultralytics/models";
  if (!existsSync(folder)) console.error(`LEFT OUT: ${folder} is absent, so the colours of real files are not tried`);
  else
    it("every row has its colours", () => {
      const row = /^[^#]*?\[ *(-?\d+|\[[-\d, ]+\]) *, *\d+ *, *([A-Za-z_][\w.]*)/;
      let found = 0;
      const files = some(filesIn(folder, /\.ya?ml$/), "files of Ultralytics");
      for (const file of files) {
        const text = readFileSync(file, "utf8");
        tokensOf(yaml.ours, text).forEach((line, i) => {
          const [, , module] = row.exec(text.split("\n")[i]!) ?? [];
          if (module === undefined) return;
          found++;
          assert.equal(colourAt(line, module), "entity.name.type.class.convlint", `${file}:${i + 1}`);
        });
      }
      assert.ok(found > 10 * files.length);
    });
});

/** The colour of the first word of a line that reads so. */
function colourAt(line: readonly Token[], word: string): string | undefined {
  const token =
    charactersOf(line)[
      line
        .map(({ text }) => text)
        .join("")
        .search(new RegExp(`(?<![\\w.])${word}(?![\\w.])`))
    ];
  return token && colourOf(token);
}
