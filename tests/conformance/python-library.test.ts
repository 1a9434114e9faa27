import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import { countsOf, macsOf, type Step } from "../../server/src/core/analysis";
import { batch } from "../../server/src/core/batch";
import { readPython } from "../../server/src/python/read";

const folder = "../shared/pytorch/torchvision";
const names =
  "alexnet densenet121 mobilenet_v2 resnet18 resnet50 resnext50_32x4d squeezenet1_1 vgg11 vgg16 vgg16_bn wide_resnet50_2";

/** What was called, with how many weights, and what came of it. */
function leaves(steps: readonly Step[]): readonly string[] {
  const called = steps.filter(({ node, outcome }) => outcome && node.op !== "" && !node.given);
  return called.map(({ node, outcome }) => {
    const [first] = outcome!.outputs;
    return `${node.op} ${outcome!.counts.trainable} ${first?.map((dim) => (dim === batch ? 1 : dim))}`;
  });
}

if (!existsSync(folder))
  console.log(`LEFT OUT: ${folder} is not here, so no network of our own in Python was compared`);
else
  for (const name of names.split(" "))
    test(`${name}, imported, is what it is in torchvision`, () => {
      const facts = JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
      const { input } = facts;
      const text = `import torch\nfrom torchvision.models import ${name}\n\nmodel = ${name}(weights=None)\nmodel(torch.randn(${input.join(", ")}))\n`;
      const { models, problems } = analyse(readPython(text, new Map()), []);
      assert.deepEqual(problems, []);
      const [{ steps }] = models as [(typeof models)[number]];
      assert.equal(countsOf(steps).trainable, facts.params);
      assert.equal(Number(macsOf(steps)) * input[0], facts.macs);
      // What is called as a function is no leaf there.
      const called = leaves(steps);
      let at = 0;
      for (const { type, params, out } of facts.leaf_calls) {
        at = called.indexOf(`${type} ${params} ${out}`, at) + 1;
        assert.ok(at > 0, `${type} of ${params} parameters, to ${out}`);
      }
    });
