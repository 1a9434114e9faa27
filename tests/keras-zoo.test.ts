import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countsOf, isComplete, type Model, parametersOf, shapesOf } from "../server/src/core/analysis";
import { read } from "./support/check-model";
import { complaints, models, textOf } from "./support/examples";

/** A network of keras.applications, with its head, at its own input size. */
interface Published {
  readonly parameters: number;
  /** Moving statistics and other state. */
  readonly untrained: number;
  /** Every size on the way, each once where several layers in a row keep it. */
  readonly sizes: readonly string[];
}

const published: { readonly [name: string]: Published } = {
  densenet121: {
    parameters: 8_062_504,
    untrained: 83_648,
    sizes: [
      ...["230×230×3", "112×112×64", "114×114×64", "56×56×64", "56×56×256", "28×28×128", "28×28×512"],
      ...["14×14×256", "14×14×1024", "7×7×512", "7×7×1024", "1024", "1000"],
    ],
  },
  efficientnetb0: {
    parameters: 5_330_571,
    untrained: 42_023,
    sizes: [
      ...["224×224×3", "225×225×3", "112×112×32", "112×112×16", "56×56×24", "28×28×40", "14×14×80", "14×14×112"],
      ...["7×7×192", "7×7×320", "7×7×1280", "1280", "1000"],
    ],
  },
  mobilenet: {
    parameters: 4_253_864,
    untrained: 21_888,
    sizes: [
      ...["112×112×32", "112×112×64", "56×56×128", "28×28×256", "14×14×512", "7×7×1024"],
      ...["1×1×1024", "1×1×1000", "1000"],
    ],
  },
  resnet50: {
    parameters: 25_636_712,
    untrained: 53_120,
    sizes: [
      ...["230×230×3", "112×112×64", "114×114×64", "56×56×64", "56×56×256"],
      ...["28×28×512", "14×14×1024", "7×7×2048", "2048", "1000"],
    ],
  },
  vgg16: {
    parameters: 138_357_544,
    untrained: 0,
    sizes: ["112×112×64", "56×56×128", "28×28×256", "14×14×512", "7×7×512", "25088", "4096", "1000"],
  },
  xception: {
    parameters: 22_910_480,
    untrained: 54_528,
    sizes: [
      ...["149×149×32", "147×147×64", "74×74×128", "37×37×256", "19×19×728"],
      ...["10×10×1024", "10×10×1536", "10×10×2048", "2048", "1000"],
    ],
  },
};

const fileOf = (name: string): string => `zoo/keras-${name}.cnn.yaml`;

function sizesOf(model: Model): readonly string[] {
  const all = model.graph.rows.map((row) =>
    shapesOf(model, row)
      .map((shape) => shape?.slice(1).join("×"))
      .join(" "),
  );
  return all.filter((size, i) => size !== all[i - 1]);
}

describe("the networks of keras.applications", () => {
  it("are all tried here", () =>
    assert.deepEqual(
      models("examples/zoo").filter((file) => file.startsWith("keras-")),
      Object.keys(published).map((name) => fileOf(name).replace("zoo/", "")),
    ));

  for (const [name, { parameters, untrained, sizes }] of Object.entries(published))
    it(`${name} has no problem, and what is published`, () => {
      const text = textOf(fileOf(name));
      assert.deepEqual(complaints(text, fileOf(name)), []);
      const [model, ...more] = read(text, fileOf(name)).models;
      assert.ok(isComplete(model!.steps) && !more.length);
      const counts = countsOf(model!.steps);
      assert.deepEqual(
        { parameters: parametersOf(counts, model!.graph), untrained: counts.state, sizes: sizesOf(model!) },
        { parameters, untrained, sizes },
      );
      assert.ok(text.includes(parameters.toLocaleString("en")), "says its total");
      assert.ok(untrained === 0 || text.includes(untrained.toLocaleString("en")), "says what is not trained");
    });
});
