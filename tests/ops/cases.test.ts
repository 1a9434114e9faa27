import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { countsOf, macsOf, outputsOf, parametersOf } from "../../server/src/core/analysis";
import { type Shape, showDim, showShape } from "../../server/src/core/dim";
import { render } from "../../server/src/core/message";
import type { Vocabulary } from "../../server/src/core/vocabulary";
import { vocabularies as frameworks } from "../../server/src/vocabularies/index";
import * as ultralytics from "../../server/src/vocabularies/ultralytics";
import { oneCall } from "../support/one-call";

/** A call that somebody worked out by hand from the documentation that the file names. */
interface Case {
  readonly args?: { readonly [name: string]: unknown };
  readonly input: Shape | readonly Shape[];
  readonly output?: Shape;
  readonly outputs?: readonly Shape[];
  readonly params?: number;
  readonly trainable?: number;
  readonly macs?: number;
  /** The id of what is wrong with the call. */
  readonly refused?: string;
  readonly why: string;
}

interface Cases {
  readonly source: string;
  readonly framework: string;
  readonly ops: readonly string[];
  readonly cases: readonly Case[];
}

const vocabularies: readonly Vocabulary[] = [...frameworks, ...Object.values(ultralytics)];
const documented =
  /^https:\/\/(docs\.pytorch\.org|keras\.io|docs\.ultralytics\.com|github\.com\/(ultralytics|WongKinYiu))\/\S+$/;

const folder = "tests/ops/cases";

const inputsOf = ({ input }: Case): readonly Shape[] =>
  Array.isArray(input[0]) ? (input as readonly Shape[]) : [input as Shape];

/** What comes of a call, as far as the case says something of it. */
function told(vocabulary: Vocabulary, op: string, one: Case): string {
  const filledIn = frameworks.includes(vocabulary) ? [] : vocabulary.spellings.get(op)?.implied;
  const { models, problems } = oneCall(vocabulary, op, one.args ?? {}, inputsOf(one), filledIn);
  const { steps, graph } = models[0]!;
  if (problems.length) return problems.map(({ id, message }) => `refused ${id}: ${render(message)}`).join("\n");
  const counts = countsOf(steps);
  return [
    (outputsOf(steps.at(-1)) ?? []).map(showShape).join(" "),
    `${showDim(parametersOf(counts, graph))} parameters`,
    ...(one.trainable === undefined ? [] : [`${showDim(counts.trainable)} trainable`]),
    ...(one.macs === undefined ? [] : [`${showDim(macsOf(steps))} MACs`]),
  ].join(", ");
}

function wanted({ output, outputs = output ? [output] : [], params = 0, trainable, macs, refused }: Case): string {
  if (refused !== undefined) return `refused ${refused}`;
  return [
    outputs.map(showShape).join(" "),
    `${params} parameters`,
    ...(trainable === undefined ? [] : [`${trainable} trainable`]),
    ...(macs === undefined ? [] : [`${macs} MACs`]),
  ].join(", ");
}

for (const file of readdirSync(folder)) {
  const { source, framework, ops, cases }: Cases = parse(readFileSync(`${folder}/${file}`, "utf8"));
  const vocabulary = vocabularies.find(({ id }) => id === framework)!;
  for (const op of ops)
    test(`${cases.length} cases of ${op}, worked by hand`, () => {
      assert.match(source, documented);
      for (const one of cases) {
        const got = told(vocabulary, op, one);
        const want = wanted(one);
        const fits = one.refused === undefined ? got === want : got.startsWith(`${want}: `) && !got.includes("\n");
        if (!fits)
          assert.fail(`${op} ${JSON.stringify(one.args ?? {})} of ${JSON.stringify(one.input)}: ${got}, not ${want}`);
        assert.ok(one.why, "every case says why");
      }
    });
}
