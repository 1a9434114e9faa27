import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { countsOf, outputsOf, parametersOf } from "../../server/src/core/analysis";
import { showDim, symbol } from "../../server/src/core/dim";
import { render } from "../../server/src/core/message";
import { keras } from "../../server/src/vocabularies/keras";
import { oneCall } from "../support/one-call";

interface Call {
  readonly class: string;
  readonly args: { readonly [name: string]: unknown };
  readonly input: readonly number[] | readonly (readonly number[])[];
  readonly output?: readonly (number | null)[];
  readonly params?: number;
  readonly trainable?: number;
  readonly error?: string;
}

const path = "../shared/keras/layers.jsonl";

/** What no layer here knows yet. Every case is named when the test runs. */
const isLater = ({ class: name, args, input, error }: Call): boolean =>
  args["data_format"] === "channels_first" ||
  ["lora_rank", "renorm"].some((arg) => arg in args) ||
  Number(args["max_value"]) < 0 ||
  args["activation"] === "nosuch" ||
  (name.startsWith("SpatialDropout") && error !== undefined) ||
  // Sizes that the data will tell, where Keras needs to know them at once.
  JSON.stringify(input).includes("null");

function difference({ class: name, args, input, output, params, trainable, error }: Call): string | undefined {
  const inputs = (Array.isArray(input[0]) ? input : [input]) as readonly (readonly (number | null)[])[];
  const { models, problems } = oneCall(
    keras,
    name,
    args,
    inputs.map((shape) => [symbol("N"), ...shape.map((size, i) => size ?? symbol(`s${i}`))]),
  );
  const model = models[0]!;
  const counts = countsOf(model.steps);
  const outputs = outputsOf(model.steps.at(-1))?.[0]
    ?.slice(1)
    .map((dim) => (typeof dim === "number" ? dim : null));
  const got = problems.length
    ? "refused"
    : `[${outputs}] ${showDim(parametersOf(counts, model.graph))} ${showDim(counts.trainable)}`;
  const want = error === undefined ? `[${output?.slice(1)}] ${params} ${trainable}` : "refused";
  if (got === want) return undefined;
  const why = problems[0] ? render(problems[0].message) : "";
  return `${name} ${JSON.stringify(args)} of ${JSON.stringify(input)}: ${got} ${why}, not ${want} ${error ?? ""}`;
}

if (!existsSync(path)) console.log(`LEFT OUT: ${path} is not here, so no layer was compared with Keras`);
else {
  const calls = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line): Call => JSON.parse(line));
  const names = [...new Set(calls.map((call) => call.class))].sort();
  const left = calls.filter((call) => keras.spellings.has(call.class) && isLater(call));
  for (const call of left)
    console.log(`NOT YET: ${call.class} ${JSON.stringify(call.args)} of ${JSON.stringify(call.input)}`);
  const missing = names.filter((name) => !keras.spellings.has(name));
  if (missing.length) console.log(`NOT YET: ${missing.join(", ")}`);
  for (const name of names.filter((one) => keras.spellings.has(one))) {
    const own = calls.filter((call) => call.class === name && !isLater(call));
    test(`${own.length} cases of ${name}`, () =>
      assert.deepEqual(
        own
          .map(difference)
          .filter((why) => why !== undefined)
          .slice(0, 5),
        [],
      ));
  }
}
