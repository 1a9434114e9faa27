import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { shapesOf } from "../server/src/core/analysis";
import { image } from "../server/src/core/batch";
import { showShape } from "../server/src/core/dim";
import { isRequired } from "../server/src/core/param";
import { isLayer } from "../server/src/core/vocabulary";
import { ops } from "../server/src/derive/frameworks";
import { examplesOf } from "../server/src/derive/op-example";
import { understand } from "../server/src/service";
import { vocabularies } from "../server/src/vocabularies/index";

const pageOf = (name: string): string => readFileSync(`docs/ops/${name}.md`, "utf8");
const fences = (page: string): readonly string[] =>
  [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, body]) => body!);

describe("the example on the page of an operator", () => {
  for (const { name } of ops)
    it(`of ${name} holds, and gives what it says`, () => {
      for (const text of fences(pageOf(name))) {
        const { analysis } = understand("model.cnn.yaml", text)!;
        // That a layer does nothing with its defaults is no fault of its page.
        const wrong = analysis.problems.filter(({ severity }) => severity !== "information" && severity !== "hint");
        assert.deepEqual(wrong, [], text);
        const [model] = analysis.models;
        const given = shapesOf(model!, model!.graph.rows.at(-1)!).map((shape) =>
          shape ? showShape(image(shape)) : "?",
        );
        assert.equal(/ # → (.*?)(?: · |\n)/.exec(text)?.[1], given.join(", "), text);
      }
    });

  it("is there for every operator of a framework that can be written by itself", () => {
    const lost = vocabularies.flatMap((vocabulary) =>
      ops.flatMap((op) => {
        const words = [...vocabulary.spellings].filter(([, spelling]) => spelling.op === op);
        // A function that needs arguments can be named nowhere.
        const isNamed = words.some(
          ([word, { params }]) => isLayer(vocabulary, word) || !Object.values(params).some(isRequired),
        );
        const has = examplesOf(op).some(({ framework }) => framework === vocabulary.title);
        return isNamed && !has ? [`${vocabulary.title}: ${op.name}`] : [];
      }),
    );
    assert.deepEqual(lost, [], "values for what it needs are tried from `suggest` of its parameters");
  });

  it("stands for each framework that has the operator", () => {
    const [one, two] = fences(pageOf("Conv2d"));
    assert.match(
      one!,
      /^input: \[16, 32, 32\]\nlayers:\n {2}- Conv2d: .* # → \[32, 30, 30\] · 4,640 parameters · 4,147,200 MACs\n$/,
    );
    assert.match(two!, /^framework: keras\ninput: \[32, 32, 16\]\nlayers:\n {2}- Conv2D: .* # → \[30, 30, 32\]/);
  });
});

describe("the arguments on the page of an operator", () => {
  it("stand side by side where both frameworks have it", () => {
    const page = pageOf("LeakyReLU");
    assert.match(page, /\| PyTorch \| default \| Keras \| default \| takes \| what it is \|/);
    assert.match(page, /\| `negative_slope` \| `0\.01` \| `negative_slope` \| `0\.3` \|/);
  });

  it("lead to the operator of the other framework that is not the same one", () =>
    assert.match(
      pageOf("BatchNorm2d"),
      /The like in the other framework: \[BatchNormalization\]\(BatchNormalization\.md\)\./,
    ));
});

describe("the list of operators", () => {
  it("has each of them once, in its family", () => {
    const list = readFileSync("docs/ops/README.md", "utf8");
    const named = [...list.matchAll(/^\| \[([^\]]+)\]/gm)].map(([, name]) => name!);
    assert.deepEqual([...named].sort(), ops.map(({ name }) => name).sort());
    assert.match(list, /## Convolutions\n\n.*\n.*\n(?:\| .*\n)*\| \[Conv2d\]/);
    assert.match(list, /## Pooling\n\n.*\n.*\n(?:\| .*\n)*\| \[MaxPool2d\]/);
  });
});
