import type { Dim } from "../../core/dim";
import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { bool, int, optional } from "../../core/types";
import { identity } from "../identity";
import { branch, firstChannels, lightBranch, places } from "./branches";
import { type Image, runner } from "./parts";

/** What heads that look for objects have in common: they read images of one pyramid, from fine to coarse. */
export const head = {
  traits: ["head"],
  inputs: { xs: "N C H W+" },
  outputs: { y: "N P A" },
  levels: (inputs: number): readonly number[] => [inputs],
} as const;

export const params = {
  nc: param(int({ min: 1, suggest: [80] }), { doc: "Number of classes.", unit: "classes", default: 80 }),
  reg_max: param(int({ min: 1 }), { doc: "Steps in which each side of a box is told.", default: 16 }),
  end2end: param(optional(bool), { doc: "Whether a second set of branches predicts without duplicates." }),
  legacy: param(bool, {
    doc: "Whether the class branch is of full convolutions; not so behind C3k2, A2C2f or C2fCIB.",
    default: true,
  }),
};

/** Each of the four sides of a box is weighed together from its steps, by a convolution that is never trained. */
export const weighing = (xs: readonly Image[], steps: number): readonly Dim[] =>
  steps > 1 ? [4, steps, places(xs)] : [];

export const detect = op({
  name: "Detect",
  summary: "Predicts a box and class scores for every pixel of every input.",
  ...head,
  params,
  infer({ xs }, { nc, reg_max, end2end, legacy }, _, call) {
    const run = runner(call),
      c = firstChannels(xs);
    const boxes = Math.max(16, Math.floor(c / 4), 4 * reg_max),
      classes = Math.max(c, Math.min(nc, 100));
    for (const set of end2end ? ["", "one2one_"] : [""])
      xs.forEach((x, i) => {
        const sides = branch(run, `${set}cv2.${i}`, x, boxes, 4 * reg_max);
        if (reg_max === 1 && i === 0 && set === "") run("dfl", identity, sides);
        (legacy ? branch : lightBranch)(run, `${set}cv3.${i}`, x, classes, nc);
      });
    const N = xs[0]!.N;
    return { y: end2end ? { N, P: 300, A: 6 } : { N, P: 4 + nc, A: places(xs) } };
  },
  weights: (_, { reg_max }) => (reg_max > 1 ? [weight("dfl.conv.weight", [1, reg_max, 1, 1], "frozen")] : []),
  macs: ({ xs }, { reg_max }) => weighing(xs, reg_max),
});
