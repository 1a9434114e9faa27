import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import {
  countsOf,
  type Inner,
  isComplete,
  type Model,
  macsOf,
  parametersOf,
  type Step,
  shapeAt,
} from "../../server/src/core/analysis";
import { type Dim, showDim } from "../../server/src/core/dim";
import type { Op } from "../../server/src/core/op";
import type { Spelling } from "../../server/src/core/vocabulary";
import { recognise } from "../../server/src/formats/index";
import { rules } from "../../server/src/rules/index";
import { pytorch, torch } from "../../server/src/vocabularies/pytorch";
import { vision } from "../../server/src/vocabularies/torchvision";

interface Recorded {
  readonly name: string;
  readonly type: string;
  readonly params: number;
}

interface Leaf extends Recorded {
  readonly macs: number;
  readonly out: readonly number[];
}

interface Fact {
  readonly input: readonly number[];
  readonly params: number;
  readonly trainable: number;
  readonly macs: number;
  readonly output: readonly number[] | { readonly out: readonly number[] };
  readonly leaf_calls: readonly Leaf[];
  readonly block_calls: readonly { readonly name: string; readonly type: string }[];
  /** Modules that were built and not run: those for training only. */
  readonly uncalled_leaves: readonly Recorded[];
}

const folder = "../shared/pytorch/torchvision";

/** Where the file of a record has another name; its input is the recorded one. */
const files: { readonly [record: string]: string } = {
  seg_fcn_resnet50: "fcn_resnet50",
  var_resnet18_64: "resnet18",
  var_resnet50_225: "resnet50",
  var_vgg16_64: "vgg16",
};

/**
 * Calls that torchvision writes as functions of `torch.nn.functional`, which leave no trace in a record, while a file
 * has a layer for each. What has no module at all, such as Concat, needs no mention.
 */
const functions: { readonly [record: string]: { readonly [type: string]: number } } = {
  alexnet: { Flatten: 1 },
  convnext_tiny: {},
  densenet121: { ReLU: 1, AdaptiveAvgPool2d: 1, Flatten: 1 },
  efficientnet_b0: { Flatten: 1 },
  googlenet: { ReLU: 57, Flatten: 1 },
  inception_v3: { ReLU: 94, AvgPool2d: 9, MaxPool2d: 2, Flatten: 1 },
  mnasnet1_0: { AdaptiveAvgPool2d: 1, Flatten: 1 },
  mobilenet_v2: { AdaptiveAvgPool2d: 1, Flatten: 1 },
  mobilenet_v3_small: { Flatten: 1 },
  regnet_x_400mf: { Flatten: 1 },
  resnet18: { Flatten: 1 },
  resnet50: { Flatten: 1 },
  resnext50_32x4d: { Flatten: 1 },
  seg_fcn_resnet50: {},
  shufflenet_v2_x1_0: { ChannelShuffle: 16 },
  squeezenet1_1: { Flatten: 1 },
  var_resnet18_64: { Flatten: 1 },
  var_resnet50_225: { Flatten: 1 },
  var_vgg16_64: { Flatten: 1 },
  vgg11: { Flatten: 1 },
  vgg16: { Flatten: 1 },
  vgg16_bn: { Flatten: 1 },
  wide_resnet50_2: { Flatten: 1 },
};

/** The same in what is for training only. */
const trainingFunctions: typeof functions = {
  googlenet: { ReLU: 4, AdaptiveAvgPool2d: 2, Flatten: 2 },
  inception_v3: { ReLU: 2, AvgPool2d: 1, AdaptiveAvgPool2d: 1, Flatten: 1 },
};

/** Modules that torchvision builds and never runs, not even in training. */
const idle = new Set(["Sequential", "StochasticDepth"]);

/** The classes of torch.nn, and those of torchvision; `torch.permute` is a class there as well. */
const modules = new Map<string, Op>(
  Object.entries<Spelling>({ ...torch, ...vision, Permute: pytorch.spellings.get("Permute")! }).map(
    ([name, { op }]) => [name, op],
  ),
);
const nameOf = (op: Op): string => [...modules].find(([, known]) => known === op)?.[0] ?? op.name;

/** A module as both sides can say it. */
interface Call {
  readonly type: string;
  /** The operator around it and its name there, where it is part of one. */
  readonly part?: { readonly of: string; readonly name: string };
  readonly out: readonly string[];
  readonly params: Dim;
  readonly macs: Dim;
}

/** What a step runs, inside of composites too. */
const callsOf = (step: Step): readonly Call[] =>
  step.outcome && step.spelling ? leaves(step.node.op, step.outcome) : [];

const leaves = (
  type: string,
  { calls, outputs, counts, macs }: Omit<Inner, "name" | "op" | "args" | "inputs">,
  part?: Call["part"],
): readonly Call[] =>
  calls.length
    ? calls.flatMap((inner) => leaves(nameOf(inner.op), inner, { of: type, name: inner.name }))
    : [{ type, out: (outputs[0] ?? []).slice(1).map(showDim), params: counts.trainable, macs, ...(part && { part }) }];

const line = ({ type, out, params, macs }: Call): string =>
  `${type} [${out}] params=${showDim(params)} macs=${showDim(macs)}`;

/** Part of the same composite on both sides, a module has the same name there. */
function comparePart({ part }: Call, { name }: Leaf, blocks: ReadonlyMap<string, string>): void {
  const [, block, own] = /^(.*)\.([^.]+)$/.exec(name) ?? [];
  if (part && block !== undefined && blocks.get(block) === part.of) assert.equal(part.name, own, name);
}

/** Takes out what is recorded nowhere: functions by name, and as many calls of modules as are known to be functions. */
function compare(ours: readonly Call[], { leaf_calls, block_calls }: Fact, record: string): void {
  const left = { ...functions[record] };
  const blocks = new Map(block_calls.map(({ name, type }) => [name, type]));
  let next = 0;
  for (const call of ours.filter(({ type }) => modules.has(type))) {
    const leaf = leaf_calls[next];
    const want = leaf && line({ ...leaf, out: leaf.out.slice(1).map(String) });
    if (line(call) === want) {
      next++;
      comparePart(call, leaf!, blocks);
    } else if (left[call.type] && call.params === 0) left[call.type]!--;
    else assert.fail(`${leaf?.name}: ${line(call)}, and torchvision has ${want}`);
  }
  assert.equal(next, leaf_calls.length, "every recorded call has its layer");
  assert.deepEqual(left, Object.fromEntries(Object.keys(left).map((type) => [type, 0])));
}

function modelOf(record: string, { input }: Fact): Model {
  const path = `examples/zoo/${files[record] ?? record}.cnn.yaml`;
  const { format, document } = recognise(path, readFileSync(path, "utf8"))!;
  const { models, problems } = analyse(format.read(document, { input: input.slice(1) }), rules);
  // Some of them lose a row of pixels, which is information about a network that is good.
  assert.deepEqual(
    problems.filter(({ severity }) => severity !== "information" && severity !== "hint"),
    [],
  );
  return models[0]!;
}

/** What is for training only was built, but not run, so its order is unknown. */
function compareUncalled(ours: readonly Call[], { uncalled_leaves }: Fact, record: string): void {
  const said = ({ type, params }: Recorded | Call): string => `${type} params=${showDim(params)}`;
  const recorded = uncalled_leaves.filter(({ type }) => !idle.has(type)).map(said);
  const written = Object.entries(trainingFunctions[record] ?? {}).flatMap(([type, count]) =>
    Array<string>(count).fill(said({ name: "", type, params: 0 })),
  );
  const built = ours.filter(({ type }) => modules.has(type)).map(said);
  assert.deepEqual(built.sort(), [...recorded, ...written].sort());
}

if (!existsSync(folder)) console.log(`LEFT OUT: ${folder} is not here, so no network was compared with torchvision`);
else {
  test("every recorded network stands in the zoo", () => {
    const recorded = readdirSync(folder).map((file) => file.replace(".json", ""));
    assert.deepEqual(Object.keys(functions), recorded.sort());
  });

  for (const record of Object.keys(functions))
    test(`${record}, layer by layer`, () => {
      const fact: Fact = JSON.parse(readFileSync(`${folder}/${record}.json`, "utf8"));
      const model = modelOf(record, fact);
      const { steps, graph } = model;
      assert.ok(isComplete(steps));
      compare(steps.filter(({ node }) => !node.training).flatMap(callsOf), fact, record);

      compareUncalled(steps.filter(({ node }) => node.training).flatMap(callsOf), fact, record);
      const counts = countsOf(steps);
      const totals = [parametersOf(counts, graph), counts.trainable, macsOf(steps)].map(showDim);
      assert.deepEqual(totals, [fact.params, fact.trainable, fact.macs].map(String));
      const output = "out" in fact.output ? fact.output.out : fact.output;
      assert.deepEqual(shapeAt(model, graph.outputs[0]!)?.slice(1), output.slice(1));
    });
}
