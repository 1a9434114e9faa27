import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { outputsOf } from "../../server/src/core/analysis";
import { render } from "../../server/src/core/message";
import { pytorch } from "../../server/src/vocabularies/pytorch";
import { oneCall } from "../support/one-call";

interface Call {
  readonly op: string;
  readonly args: { readonly [name: string]: unknown };
  readonly input: readonly number[] | readonly (readonly number[])[];
  /** One shape, or several of an operator that gives several tensors. */
  readonly output?: readonly number[] | readonly (readonly number[])[];
  readonly error?: string;
}

const path = "../shared/pytorch/op-shapes.jsonl";

/** Functions that a model file writes as layers. */
const layers: { readonly [name: string]: string } = {
  add: "Add",
  cat: "Concat",
  chunk: "Chunk",
  flatten: "Flatten",
  interpolate: "Interpolate",
  matmul: "MatMul",
  mean: "Mean",
  permute: "Permute",
  split: "Split",
  squeeze: "Squeeze",
  view: "Reshape",
};

/** Arguments that were recorded under another word. */
const words: { readonly [op: string]: { readonly [recorded: string]: string } } = {
  split: { size: "split_size_or_sections" },
};

const argsOf = (op: string, args: Call["args"]): Call["args"] =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [words[op]?.[name] ?? name, value]));

const wordFor = (op: string): string => layers[op] ?? op;
const known = (op: string): boolean => pytorch.spellings.has(wordFor(op));

function difference({ op, args: { other, ...args }, input, output, error }: Call): string | undefined {
  const first = (Array.isArray(input[0]) ? input : [input]) as readonly (readonly number[])[];
  const inputs = Array.isArray(other) ? [...first, other as readonly number[]] : first;
  const { models, problems } = oneCall(pytorch, wordFor(op), argsOf(op, args), inputs);
  const given = outputsOf(models[0]!.steps.at(-1));
  const one = given?.length === 1 && !Array.isArray(output?.[0]) ? given[0] : given;
  const got = problems.length ? "refused" : JSON.stringify(one);
  const want = error === undefined ? JSON.stringify(output) : "refused";
  if (got === want) return undefined;
  const why = problems[0] ? render(problems[0].message) : "";
  return `${op} ${JSON.stringify(args)} of ${JSON.stringify(input)}: ${got} ${why}, not ${want} ${error ?? ""}`;
}

if (!existsSync(path)) console.log(`LEFT OUT: ${path} is not here, so no operator was compared with PyTorch`);
else {
  const calls = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line): Call => JSON.parse(line));
  const names = [...new Set(calls.map(({ op }) => op))].sort();
  const count = (op: string): string => `${op} (${calls.filter((call) => call.op === op).length})`;
  const covered = calls.filter(({ op }) => known(op));
  console.log(
    `COMPARED: ${covered.length} of ${calls.length} recorded calls of PyTorch: ${names.filter(known).map(count).join(", ")}`,
  );
  const missing = names.filter((op) => !known(op));
  if (missing.length) console.log(`NOT YET: no operator of ours is ${missing.map(count).join(", ")}`);
  for (const name of names.filter(known)) {
    const own = calls.filter(({ op }) => op === name);
    test(`${own.length} calls of ${name}`, () =>
      assert.deepEqual(
        own
          .map(difference)
          .filter((why) => why !== undefined)
          .slice(0, 5),
        [],
      ));
  }
}
