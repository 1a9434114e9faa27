import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import { countsOf, macsOf, type Step } from "../../server/src/core/analysis";
import { batch } from "../../server/src/core/batch";
import { readPython } from "../../server/src/python/read";

const folder = "../shared/pytorch/torchvision";

interface Facts {
  readonly call: string;
  readonly input: readonly number[];
  readonly params: number;
  readonly macs: number;
  readonly leaf_calls: readonly { readonly type: string; readonly params: number; readonly out: unknown }[];
}

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
  for (const file of readdirSync(folder)) {
    const { call, input, params, macs, leaf_calls }: Facts = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
    test(`${file}: ${call} is what it is in torchvision`, () => {
      const text = `import torch\nimport torchvision\nfrom torchvision import models\n\nmodel = ${call.replace("({})", "()")}\nmodel.eval()\nmodel(torch.randn(${input.join(", ")}))\n`;
      const { models, problems } = analyse(readPython(text, new Map()), []);
      assert.deepEqual(problems, []);
      const [{ steps }] = models as [(typeof models)[number]];
      assert.equal(countsOf(steps).trainable, params);
      assert.equal(Number(macsOf(steps)) * input[0]!, macs);
      // What is called as a function is no leaf there.
      const called = leaves(steps);
      let at = 0;
      for (const { type, params: own, out } of leaf_calls) {
        at = called.indexOf(`${type} ${own} ${out}`, at) + 1;
        assert.ok(at > 0, `${type} of ${own} parameters, to ${out}`);
      }
    });
  }
