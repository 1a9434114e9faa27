import { op, weight } from "../../core/op";
import { branch, firstChannels, places } from "./branches";
import { contrastiveHead } from "./contrastive-head";
import { head, params, weighing } from "./detect";
import { runner } from "./parts";
import { texts } from "./yoloe-detect";

export const worldDetect = op({
  name: "WorldDetect",
  summary: "Detect whose classes are texts: pixels are compared with them.",
  ...head,
  params: { nc: params.nc, ...texts, reg_max: params.reg_max },
  infer({ xs }, { nc, embed, with_bn, reg_max }, _, call) {
    const run = runner(call),
      c = firstChannels(xs);
    const boxes = Math.max(16, Math.floor(c / 4), 4 * reg_max),
      classes = Math.max(c, Math.min(nc, 100));
    xs.forEach((x, i) => {
      branch(run, `cv2.${i}`, x, boxes, 4 * reg_max);
      run(`cv4.${i}`, contrastiveHead, branch(run, `cv3.${i}`, x, classes, embed), { nc, with_bn });
    });
    return { y: { N: xs[0]!.N, P: 4 + nc, A: places(xs) } };
  },
  weights: (_, { reg_max }) => (reg_max > 1 ? [weight("dfl.conv.weight", [1, reg_max, 1, 1], "frozen")] : []),
  macs: ({ xs }, { reg_max }) => weighing(xs, reg_max),
});
