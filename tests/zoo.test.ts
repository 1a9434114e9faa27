import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { analyse } from "../server/src/analysis/analyse";
import { countsOf, isComplete, macsOf, outputsOf, parametersOf, shapeAt } from "../server/src/core/analysis";
import { showDim, showShape, symbol } from "../server/src/core/dim";
import { recognise } from "../server/src/formats/index";
import { rules } from "../server/src/rules/index";
import { read } from "./support/check-model";
import { sum } from "./support/count";
import { complaints, models, textOf } from "./support/examples";

const figure = (dim: unknown): string => Number(dim).toLocaleString("en");

/** What the table of the zoo says of a file, as the file is. */
function rowOf(file: string) {
  const [model] = read(textOf(`zoo/${file}`), file).models;
  const { steps, graph } = model!;
  assert.ok(isComplete(steps), file);
  const inputs = steps.filter(({ node }) => node.given).map((step) => outputsOf(step)![0]!.slice(1));
  return {
    framework: graph.vocabulary.id,
    input: inputs.map((shape) => shape.map(showDim).join("×")).join(", "),
    parameters: figure(parametersOf(countsOf(steps), graph)),
    macs: figure(macsOf(steps)),
  };
}

interface Count {
  readonly weights: number;
  readonly biases: number;
}

const page = "examples/zoo/README.md";

/** A line of the table: up to what it shows, then three figures. */
const row = /^(\| \[[^\]]+\]\(([^)]+)\) \| [^|]+ \|) (.+) \|$/;
const filled = (line: string): string => {
  const [, front, file] = row.exec(line) ?? [];
  if (file === undefined) return line;
  const { input, parameters, macs } = rowOf(file);
  return `${front} ${input} | ${parameters} | ${macs} |`;
};

/** What is true of networks that are good all the same, and no more than information. */
const told: { readonly [file: string]: readonly string[] } = {
  "squeezenet1_0.cnn.yaml": ["information pixels-never-read"],
  "squeezenet1_1.cnn.yaml": ["information pixels-never-read"],
};

describe("the zoo", () => {
  const files = models("examples/zoo");

  it("has a table with every file and its figures (UPDATE=1 fills them in)", () => {
    const text = readFileSync(page, "utf8");
    const want = text.split("\n").map(filled).join("\n");
    if (process.env.UPDATE) writeFileSync(page, want);
    else assert.equal(text, want);
    const listed = text.split("\n").flatMap((line) => row.exec(line)?.[2] ?? []);
    assert.deepEqual(listed.sort(), [...files].sort());
  });

  for (const file of files)
    it(`${file} has no other problem, and says its figures`, () => {
      const text = textOf(`zoo/${file}`);
      assert.deepEqual(
        complaints(text, file).map(({ severity, id }) => `${severity} ${id}`),
        told[file] ?? [],
      );
      const { framework, parameters, macs } = rowOf(file);
      assert.ok(text.includes(parameters), parameters);
      if (framework === "pytorch") assert.ok(text.includes(`${macs} MACs`), macs);
    });

  it("keeps its parameters and its outputs where height and width are symbols", () => {
    for (const file of files.filter((name) => !name.startsWith("keras-"))) {
      const { format, document } = recognise(file, textOf(`zoo/${file}`))!;
      const input = [3, symbol("H"), symbol("W")];
      const { models: found, problems } = analyse(format.read(document, { input }), rules);
      assert.deepEqual(problems, [], file);
      const { steps, graph } = found[0]!;
      assert.ok(isComplete(steps), file);
      assert.equal(figure(parametersOf(countsOf(steps), graph)), rowOf(file).parameters, file);
      const output = shapeAt(found[0]!, graph.outputs[0]!)!.slice(1);
      assert.equal(showShape(output), file === "fcn_resnet50.cnn.yaml" ? "[21, H, W]" : "[1000]", file);
    }
  });

  it("has a SqueezeNet 1.0 that is what one counts by hand, as torchvision did not record it", () => {
    const filters = (from: number, to: number, kernel: number): Count => ({
      weights: from * to * kernel * kernel,
      biases: to,
    });
    const fire = (from: number, squeeze: number, expand: number): readonly Count[] => [
      filters(from, squeeze, 1),
      filters(squeeze, expand, 1),
      filters(squeeze, expand, 3),
    ];
    // By the side of the maps: every weight works once at every position, and a bias multiplies nothing.
    const layers: readonly (readonly [side: number, counts: readonly Count[]])[] = [
      [109, [filters(3, 96, 7)]],
      [54, [fire(96, 16, 64), fire(128, 16, 64), fire(128, 32, 128)].flat()],
      [27, [fire(256, 32, 128), fire(256, 48, 192), fire(384, 48, 192), fire(384, 64, 256)].flat()],
      [13, [...fire(512, 64, 256), filters(512, 1_000, 1)]],
    ];
    const { parameters, macs } = rowOf("squeezenet1_0.cnn.yaml");
    assert.equal(
      parameters,
      figure(sum(...layers.flatMap(([, counts]) => counts.map(({ weights, biases }) => weights + biases)))),
    );
    assert.equal(
      macs,
      figure(sum(...layers.map(([side, counts]) => side * side * sum(...counts.map(({ weights }) => weights))))),
    );
  });

  it("leaves it to the editor to show shapes", () => {
    for (const file of files) assert.doesNotMatch(textOf(`zoo/${file}`), /# =>|\^\^/, file);
  });
});
