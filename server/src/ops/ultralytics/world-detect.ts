import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { bool, int } from "../../core/types";
import { branch, firstChannels, places } from "./branches";
import { head, params, weighing } from "./detect";
import { runner } from "./parts";

export const worldDetect = op({
  name: "WorldDetect",
  summary: "Detect whose classes are texts: pixels are compared with them.",
  ...head,
  params: {
    nc: params.nc,
    embed: param(int({ min: 1 }), { doc: "Length of the vectors that stand for texts.", default: 512 }),
    with_bn: param(bool, { doc: "Whether the pixels are normalised before the comparison.", default: false }),
    reg_max: params.reg_max,
  },
  infer({ xs }, { nc, embed, reg_max }, _, call) {
    const run = runner(call),
      c = firstChannels(xs);
    const boxes = Math.max(16, Math.floor(c / 4), 4 * reg_max),
      classes = Math.max(c, Math.min(nc, 100));
    xs.forEach((x, i) => {
      branch(run, `cv2.${i}`, x, boxes, 4 * reg_max);
      branch(run, `cv3.${i}`, x, classes, embed);
    });
    return { y: { N: xs[0]!.N, P: 4 + nc, A: places(xs) } };
  },
  weights: ({ xs }, { embed, with_bn, reg_max }) => [
    ...(reg_max > 1 ? [weight("dfl.conv.weight", [1, reg_max, 1, 1], "frozen")] : []),
    ...xs.flatMap((_, i) => [
      weight(`cv4.${i}.bias`, [1]),
      weight(`cv4.${i}.logit_scale`, [1]),
      ...(with_bn ? [weight(`cv4.${i}.norm.weight`, [embed]), weight(`cv4.${i}.norm.bias`, [embed])] : []),
    ]),
  ],
  macs: ({ xs }, { reg_max }) => weighing(xs, reg_max),
});
