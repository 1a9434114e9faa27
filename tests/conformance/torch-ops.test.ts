import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { outputsOf } from "../../server/src/core/analysis";
import { render } from "../../server/src/core/message";
import { pytorch } from "../../server/src/vocabularies/pytorch";
import { oneCall } from "../support/one-call";
import { layerOf } from "../support/recorded";
import { type TorchCall, torchCalls } from "../support/torch-calls";

/** Arguments that were recorded under another word. */
const words: { readonly [op: string]: { readonly [recorded: string]: string } } = {
  split: { size: "split_size_or_sections" },
};

const argsOf = (op: string, args: TorchCall["args"]): TorchCall["args"] =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [words[op]?.[name] ?? name, value]));

function difference({ op, args: { other, ...args }, input, output, error }: TorchCall): string | undefined {
  const first = (Array.isArray(input[0]) ? input : [input]) as readonly (readonly number[])[];
  const inputs = Array.isArray(other) ? [...first, other as readonly number[]] : first;
  const { models, problems } = oneCall(pytorch, layerOf[op] ?? op, argsOf(op, args), inputs);
  const given = outputsOf(models[0]!.steps.at(-1));
  const one = given?.length === 1 && !Array.isArray(output?.[0]) ? given[0] : given;
  const got = problems.length ? "refused" : JSON.stringify(one);
  const want = error === undefined ? JSON.stringify(output) : "refused";
  // Calls were drawn by chance and may be wrong in two ways, but are told of each of them once.
  const ids = problems.map(({ id }) => id);
  if (got === want && new Set(ids).size === ids.length) return undefined;
  const why = problems[0] ? render(problems[0].message) : "";
  return `${op} ${JSON.stringify(args)} of ${JSON.stringify(input)}: ${got} ${why}, not ${want} ${error ?? ""}`;
}

if (!existsSync(torchCalls))
  console.log(`LEFT OUT: ${torchCalls} is not here, so no operator was compared with PyTorch`);
else {
  const calls = readFileSync(torchCalls, "utf8")
    .trim()
    .split("\n")
    .map((line): TorchCall => JSON.parse(line));
  const names = [...new Set(calls.map(({ op }) => op))].sort();
  const count = (op: string): string => `${op} (${calls.filter((call) => call.op === op).length})`;
  console.log(`COMPARED: ${calls.length} recorded calls of PyTorch: ${names.map(count).join(", ")}`);
  for (const name of names) {
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
