import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { linesOf } from "../../server/src/core/lines";
import { understand } from "../../server/src/service";

/** Programs that PyTorch refuses, each with the line that is to be mended. */
const folder = "tests/python/culprits";

describe("what is wrong is told in one line", () => {
  for (const file of readdirSync(folder))
    it(file.replace(".py", "").replaceAll("-", " "), () => {
      const text = readFileSync(`${folder}/${file}`, "utf8");
      const lines = linesOf(text);
      const wrong = text.split("\n").findIndex((line) => line.endsWith("# wrong"));
      const problems = understand(file, text)?.analysis.problems ?? [];
      const errors = problems.filter(({ severity }) => severity === "error");
      assert.deepEqual(
        errors.map(({ span }) => lines.at(span.from).line + 1),
        [wrong + 1],
      );
    });
});
