import { divisible } from "../../core/dim";
import { type Message, say } from "../../core/message";
import { op } from "../../core/op";
import { head, params, weighing } from "./detect";
import { dfls, edgeBranches, steps } from "./edge-branches";
import { type Image, type Run, runner } from "./parts";

export const inPairs = { "inputs-in-pairs": "The two heads must get equally many inputs." };

export const unpaired = (count: number): Message => say`${count} inputs cannot be shared between two heads`;

/** The inputs in shares for several heads, one set of branches for each. */
export const sharedOut = (run: Run, count: number, xs: readonly Image[], nc: number, groups: number) => {
  const each = Math.floor(xs.length / count);
  return Array.from({ length: count }, (_, i) =>
    edgeBranches(run, [`cv${2 * i + 2}`, `cv${2 * i + 3}`], xs.slice(i * each, (i + 1) * each), nc, groups),
  );
};

/** As many pyramids as heads. */
export const pyramids = (count: number, inputs: number): readonly number[] =>
  Array<number>(count).fill(Math.floor(inputs / count));

/** Two heads side by side; both predict. */
export const dual = (name: string, summary: string, groups: number) =>
  op({
    name,
    summary,
    ...head,
    outputs: { y: "N P A", main: "N P A" },
    levels: (inputs) => pyramids(2, inputs),
    params: { nc: params.nc },
    constraints: inPairs,
    infer({ xs }, { nc }, must, call) {
      must("inputs-in-pairs", divisible(xs.length, 2), "op", unpaired(xs.length));
      const [y, main] = sharedOut(runner(call), 2, xs, nc, groups);
      return { y: y!, main: main! };
    },
    weights: () => dfls(2),
    macs: ({ xs }) => weighing(xs, steps),
  });

/** Three heads, of which the last alone predicts once training is over. */
export const triple = (name: string, summary: string, groups: number) =>
  op({
    name,
    summary,
    ...head,
    levels: (inputs) => pyramids(3, inputs),
    params: { nc: params.nc },
    constraints: { "inputs-in-threes": "The three heads must get equally many inputs." },
    infer({ xs }, { nc }, must, call) {
      const message = say`${xs.length} inputs cannot be shared between three heads`;
      must("inputs-in-threes", divisible(xs.length, 3), "op", message);
      return { y: sharedOut(runner(call), 3, xs, nc, groups)[2]! };
    },
    weights: () => dfls(3),
    macs: ({ xs }) => weighing(xs, steps),
  });
