import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { countsOf, outputsOf, parametersOf, type Step, weightsOf } from "../../server/src/core/analysis";
import { type Dim, type Shape, showDim, symbol } from "../../server/src/core/dim";
import { render } from "../../server/src/core/message";
import { keras } from "../../server/src/vocabularies/keras";
import { oneCall } from "../support/one-call";

type Sizes = readonly (number | null)[];

interface Call {
  readonly class: string;
  readonly args: { readonly [name: string]: unknown };
  readonly input: Sizes | readonly Sizes[];
  readonly output?: Sizes | readonly Sizes[];
  readonly params?: number;
  readonly trainable?: number;
  readonly weights?: readonly (readonly [name: string, shape: readonly number[]])[];
  readonly error?: string;
}

const path = "../shared/keras/layers.jsonl";

/** What cannot be said here: Keras refuses a size that is not known yet, where a symbol stands for one that is. */
const unsayable = ({ input, error = "" }: Call): boolean =>
  input.flat().includes(null) && (error.includes("must be fully-defined") || error.includes("'NoneType' and 'int'"));

/** Keras leaves a size open though only one can come of it: of 8 and an unknown size, 8, which an input has. */
const knowsMore = new Set(["Add", "Average", "EinsumDense", "Maximum", "Minimum", "Multiply", "Subtract"]);

/** Matrices and filters lie the other way round in Keras: positions first, then what is read, then what is given. */
const laid = ({ name, dims }: { readonly name: string; readonly dims: Shape }): Shape =>
  name.endsWith("weight") && dims.length > 1 ? [...dims.slice(2), dims[1]!, dims[0]!] : dims;

const shown = (shape: readonly (Dim | null)[]): string =>
  `[${shape.map((dim) => (typeof dim === "number" ? dim : null)).join(", ")}]`;

/** A table has its rows first in both. */
const weightsIn = (steps: readonly Step[]): string =>
  steps
    .flatMap(({ spelling, outcome }) =>
      outcome
        ? weightsOf(outcome).map((weight) => shown(spelling?.op.name === "Embedding" ? weight.dims : laid(weight)))
        : [],
    )
    .join(" ");

const listed = (shapes: Sizes | readonly Sizes[] = []): readonly Sizes[] =>
  Array.isArray(shapes[0]) ? (shapes as readonly Sizes[]) : [shapes as Sizes];

function difference({ class: name, args, input, output, params, trainable, weights, error }: Call): string | undefined {
  const inputs = listed(input);
  const shapes = inputs.map((shape) => [symbol("N"), ...shape.map((size, i) => size ?? symbol(`s${i}`))]);
  const { models, problems } = oneCall(keras, name, args, shapes);
  const { steps, graph } = models[0]!;
  const counts = countsOf(steps);
  const wanted = listed(output);
  const isOpen = (dim: Dim, recorded: number | null | undefined): boolean =>
    recorded === null && knowsMore.has(name) && input.flat().includes(dim as number);
  const given = (outputsOf(steps.at(-1)) ?? []).map((shape, k) =>
    shown(shape.slice(1).map((dim, i) => (isOpen(dim, wanted[k]?.[i + 1]) ? null : dim))),
  );
  const got = problems.length
    ? "refused"
    : `${given.join(" ")} ${showDim(parametersOf(counts, graph))} ${showDim(counts.trainable)} of ${weightsIn(steps)}`;
  const want =
    error === undefined
      ? `${wanted.map((shape) => shown(shape.slice(1))).join(" ")} ${params} ${trainable} of ${weights!.map(([, shape]) => shown(shape)).join(" ")}`
      : "refused";
  if (got === want) return problems.length > 1 ? `${name}: ${problems.length} problems for one mistake` : undefined;
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
  const count = (name: string): string => `${name} (${calls.filter((call) => call.class === name).length})`;
  const [unsaid, said] = [calls.filter(unsayable), calls.filter((call) => !unsayable(call))];
  console.log(`COMPARED: ${said.length} of ${calls.length} recorded layers of Keras: ${names.map(count).join(", ")}`);
  for (const { class: name, args, input, error } of unsaid)
    console.log(`NOT SAYABLE: ${name} ${JSON.stringify(args)} of ${JSON.stringify(input)}: ${error}`);
  test("at most one layer in fifty cannot be said", () => assert.ok(unsaid.length <= calls.length / 50));
  for (const name of names) {
    const own = said.filter((call) => call.class === name);
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
