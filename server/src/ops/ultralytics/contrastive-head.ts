import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { bool, int } from "../../core/types";
import { batchNorm2d } from "../batch-norm2d";
import { block, runner, withChannels } from "./parts";

export const contrastiveHead = op({
  name: "ContrastiveHead",
  summary: "Compares every pixel with the vectors of some texts.",
  ...block,
  params: {
    nc: param(int({ min: 1 }), { doc: "Number of texts, one for each class." }),
    with_bn: param(bool, { doc: "Whether the pixels are normalised before the comparison.", default: false }),
  },
  infer({ x }, { nc, with_bn }, _, call) {
    const pixels = with_bn ? runner(call)("norm", batchNorm2d, x) : x;
    return { y: withChannels(pixels, nc) };
  },
  weights: () => [weight("bias", [1]), weight("logit_scale", [])],
  macs: ({ x: { C, H, W } }, { nc }) => [nc, C, H, W],
});
