import { add, compare, type Shape } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";
import { axisExists, axisOf, mustExist } from "./families/axis";
import { misfits } from "./families/misfits";
import { sum } from "./families/unfolding";

export const concat = op({
  name: "Concat",
  summary: "Lays tensors side by side along one axis.",
  formula: "the joined axis is the sum of the inputs', every other stays",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.cat.html",
  traits: ["join"],
  inputs: { xs: "*+" },
  outputs: { y: "*" },
  params: {
    axis: param(int(), {
      doc: "The axis that grows, the batch being 0; a negative one counts from the last.",
      default: 1,
    }),
  },
  constraints: {
    ...axisExists,
    "concat-ranks-agree": "All inputs must have equally many axes.",
    "concat-sizes-agree": "All inputs must agree in every axis but the joined one.",
  },
  infer({ xs }, { axis }, must) {
    const first = xs[0] ?? [];
    const uneven = misfits(xs, (a, b) => a.length === b.length);
    for (const { index, with: other } of uneven) {
      const [here, there] = [xs[index]!, xs[other]!];
      const message = say`${here.slice(1)} cannot be joined with ${there.slice(1)}: they have ${here.length - 1} and ${there.length - 1} axes`;
      must("concat-ranks-agree", "no", { input: "xs", index }, message);
    }
    if (uneven.length) return { y: first };
    mustExist(axis, first, { arg: "axis" }, must);
    const joined = axisOf(axis, first);
    if (joined === undefined) return { y: first };

    const differing = (a: Shape, b: Shape): number =>
      a.findIndex((dim, k) => k !== joined && compare(dim, b[k]!) === "no");
    for (const { index, with: other } of misfits(xs, (a, b) => differing(a, b) < 0)) {
      const [here, there] = [xs[index]!, xs[other]!];
      const k = differing(here, there);
      const message = say`${here.slice(1)} cannot be joined with ${there.slice(1)} along axis ${axis}: ${here[k]!} and ${there[k]!} differ`;
      must("concat-sizes-agree", "no", { input: "xs", index }, message);
    }
    return { y: first.map((dim, k) => (k === joined ? add(...xs.map((x) => x[k]!)) : dim)) };
  },
  changesNothing: ({ xs }) => xs.length === 1,
  unfold({ xs }, { axis }, { y }) {
    const joined = axisOf(axis, y);
    return joined === undefined || xs.length < 2
      ? []
      : [
          sum(
            xs.map((x) => x[joined]!),
            y[joined]!,
          ),
        ];
  },
});
