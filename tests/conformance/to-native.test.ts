import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { countsOf, type Model, macsOf, parametersOf, shapeAt } from "../../server/src/core/analysis";
import { showDim } from "../../server/src/core/dim";
import type { Made } from "../../server/src/core/format";
import { type Message, render } from "../../server/src/core/message";
import { type Understood, understand } from "../../server/src/service";
import { filesBelow } from "../support/rows";

const root = "../shared/ultralytics/models";

/** What a whole model comes to. */
const totals = (model: Model): readonly string[] => [
  showDim(parametersOf(countsOf(model.steps), model.graph)),
  showDim(macsOf(model.steps)),
  ...model.graph.outputs.map((edge) => (shapeAt(model, edge) ?? []).slice(1).map(showDim).join("×")),
];

if (!existsSync(root)) console.log(`LEFT OUT: ${root} is not here, so no YOLO model was said in the native format`);
else {
  const paths = filesBelow(root).filter((path) => path.endsWith(".yaml"));
  const left = new Map<string, number>();
  let [converted, files] = [0, 0];
  for (const path of paths) {
    const found = understand(path, readFileSync(path, "utf8"));
    if (!found?.native || found.analysis.problems.some(({ severity }) => severity === "error")) continue;
    files++;
    test(`${path} in the native format is the same model`, () => {
      // The smallest and the largest; what lies between is of the same layers.
      const { models } = found.analysis;
      for (const model of new Set([models[0]!, models.at(-1)!])) {
        const made: Made | Message = found.native!(model.id);
        if ("words" in made) {
          const why = render(made).replace(/row \d+/, "a row");
          assert.match(why, /counterpart|known well enough/, why);
          if (model === models[0]) left.set(why, (left.get(why) ?? 0) + 1);
          continue;
        }
        if (model === models[0]) converted++;
        const again: Understood = understand(made.name, made.text)!;
        const { analysis, format } = again;
        assert.equal(format, "convlint");
        assert.deepEqual(totals(analysis.models[0]!), totals(model), made.text);
      }
    });
  }
  test("models of YOLO are said in the native format", () => {
    console.log(`${converted} of ${files} models of YOLO were said in the native format`);
    for (const [why, count] of [...left].sort(([, a], [, b]) => b - a)) console.log(`NOT SAYABLE: ${count}: ${why}`);
    assert.ok(converted >= 110, String(converted));
  });
}
