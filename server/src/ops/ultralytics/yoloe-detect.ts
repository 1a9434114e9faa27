import type { Dim } from "../../core/dim";
import { op, type Tensors, weight } from "../../core/op";
import { param } from "../../core/param";
import { bool, int } from "../../core/types";
import { identity } from "../identity";
import { linear } from "../linear";
import { branch, firstChannels, lightBranch, places } from "./branches";
import { textLength } from "./c2f-attn";
import { contrastiveHead } from "./contrastive-head";
import { params as common, head, weighing } from "./detect";
import { setsOf } from "./extra";
import { idle } from "./idle";
import { type Run, runner } from "./parts";
import { savpe } from "./savpe";

const { nc, ...rest } = common;

/** What heads that compare pixels with texts are told beyond the number of classes. */
export const texts = {
  embed: param(int({ min: 1 }), { doc: "Length of the vectors that stand for texts.", default: textLength }),
  with_bn: param(bool, { doc: "Whether the pixels are normalised before the comparison.", default: false }),
};

export const yoloeDetect = op({
  name: "YOLOEDetect",
  summary: "Detect whose classes are texts, marked places or a fixed list: pixels are compared with them.",
  ...head,
  params: { nc, ...texts, ...rest },
  infer({ xs }, { nc, embed, with_bn, reg_max, end2end, legacy }, _, call) {
    const run = runner(call),
      c = firstChannels(xs);
    const boxes = Math.max(16, Math.floor(c / 4), 4 * reg_max),
      classes = Math.max(c, Math.min(nc, 100));
    for (const set of setsOf(end2end))
      xs.forEach((x, i) => {
        const sides = branch(run, `${set}cv2.${i}`, x, boxes, 4 * reg_max);
        if (reg_max === 1 && i === 0 && set === "") run("dfl", identity, sides);
        const pixels = (legacy ? branch : lightBranch)(run, `${set}cv3.${i}`, x, classes, embed);
        run(`${set}cv4.${i}`, contrastiveHead, pixels, { nc, with_bn });
      });
    prompted(run, xs, nc, classes, embed);
    const N = xs[0]!.N;
    return { y: end2end ? { N, P: 300, A: 6 } : { N, P: 4 + nc, A: places(xs) } };
  },
  weights: (_, { reg_max }) => (reg_max > 1 ? [weight("dfl.conv.weight", [1, reg_max, 1, 1], "frozen")] : []),
  macs: ({ xs }, { reg_max }) => weighing(xs, reg_max),
});

/** What refines the vectors of texts, and makes vectors of marked places; done once for a prompt, not for an image. */
function prompted(run: Run, xs: Tensors<typeof head.inputs>["xs"], nc: Dim, c3: number, embed: number): void {
  const wide = { out_features: 4 * embed };
  const text = { rest: [xs[0]!.N, nc], F: embed };
  run.call("reprta.m.w12", idle(linear), { x: text }, wide);
  run.call("reprta.m.w3", idle(linear), { x: { ...text, F: 2 * embed } }, { out_features: embed });
  run.call("savpe", idle(savpe), { xs }, { c3, embed });
}
