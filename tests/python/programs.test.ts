import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { countsOf, isComplete, parametersOf, shapeAt } from "../../server/src/core/analysis";
import { showShape } from "../../server/src/core/dim";
import { linesOf } from "../../server/src/core/lines";
import { understand } from "../../server/src/service";

/**
 * Programs in ways in which people write them. The first line of one that runs says what PyTorch has of it: its
 * parameters, and the shape of its first result. What is wrong with others stands at the end of the line to mend.
 */
const folder = "tests/python/programs";

describe("programs as people write them", () => {
  for (const file of readdirSync(folder)) {
    const text = readFileSync(`${folder}/${file}`, "utf8");
    const [, parameters, shape] = /^# torch: (\d+) \[(.*)\]/.exec(text) ?? [];
    it(file.replace(".py", "").replaceAll("-", " "), () => {
      const { models, problems } = understand(file, text)!.analysis;
      const lines = linesOf(text);
      const told = problems.filter(({ severity }) => severity === "error");
      const wrong = text.split("\n").flatMap(
        (line, i) =>
          /# (\S+) is wrong$/
            .exec(line)
            ?.slice(1)
            .map((id) => `${i + 1} ${id}`) ?? [],
      );
      assert.deepEqual(
        told.map(({ id, span }) => `${lines.at(span.from).line + 1} ${id}`),
        wrong,
      );
      if (parameters === undefined) return;
      const [{ graph, steps } = assert.fail("no model"), ...others] = models;
      const [images] = shape!.split(", ");
      const first = shapeAt(models[0]!, graph.outputs[0]!);
      const found = [
        isComplete(steps),
        others.length,
        parametersOf(countsOf(steps), graph),
        showShape(first ?? []).replace("N", images!),
      ];
      assert.deepEqual(found, [true, 0, Number(parameters), `[${shape}]`]);
    });
  }
});
