import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { countsOf, type Model, macsOf, outputsOf, parametersOf, type Step } from "../../server/src/core/analysis";
import { showDim } from "../../server/src/core/dim";
import { read } from "../support/check-model";

interface Leaf {
  readonly name: string;
  readonly type: string;
  readonly params: number;
  readonly macs: number;
  readonly out: readonly number[];
}

interface Fact {
  readonly params: number;
  readonly trainable: number;
  readonly macs: number;
  readonly leaf_calls: readonly Leaf[];
}

const folder = "../shared/pytorch/torchvision";

const line = (step: Step | undefined, { graph }: Model): string =>
  step
    ? `${step.node.op} ${outputsOf(step)?.[0]?.slice(1)} params=${showDim(parametersOf(countsOf([step]), graph))} macs=${showDim(macsOf([step]))}`
    : "nothing";

if (!existsSync(folder)) console.log(`LEFT OUT: ${folder} is not here, so no network was compared with torchvision`);
else
  for (const name of ["alexnet", "resnet18"])
    test(`${name}, layer by layer`, () => {
      const fact: Fact = JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
      const path = `examples/${name}.cnn.yaml`;
      const model = read(readFileSync(path, "utf8"), path).models[0]!;
      // What torchvision writes as a function it does not record.
      const recorded = new Set(fact.leaf_calls.map(({ type }) => type));
      const steps = model.steps.filter(({ node }) => recorded.has(node.op));
      const want = fact.leaf_calls.map(
        (leaf) => `${leaf.type} ${leaf.out.slice(1)} params=${leaf.params} macs=${leaf.macs}`,
      );
      assert.deepEqual(
        steps.map((step) => line(step, model)),
        want,
      );
      const counts = countsOf(model.steps);
      const totals = [parametersOf(counts, model.graph), counts.trainable, macsOf(model.steps)].map(showDim);
      assert.deepEqual(totals, [fact.params, fact.trainable, fact.macs].map(String));
    });
