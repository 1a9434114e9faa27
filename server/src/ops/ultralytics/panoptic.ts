import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { conv2d } from "../conv2d";
import { upsample } from "../upsample";
import { firstChannels } from "./branches";
import { conv } from "./conv";
import { head } from "./detect";
import { half, runner } from "./parts";
import { masks } from "./segment";
import { v9Segment } from "./v9-segment";

export const panoptic = op({
  name: "Panoptic",
  summary: "Boxes with masks, and the class of every pixel, things and surroundings alike.",
  ...head,
  outputs: { y: "N P A", proto: "N C H W", classes: "N C H W" },
  params: {
    nc: v9Segment.params.nc,
    sem_nc: param(int({ min: 1 }), { doc: "Number of classes of surroundings.", unit: "classes", default: 93 }),
    ...masks,
  },
  infer({ xs }, { nc, sem_nc, nm, npr }, _, call) {
    const run = runner(call);
    const inside = run("uconv.cv1", conv, xs[0]!, { c2: half(half(firstChannels(xs))), k: [3, 3] });
    const scores = run("uconv.cv2", conv2d, inside, { out_channels: sem_nc + nc, kernel_size: [1, 1] });
    const classes = run("uconv.up", upsample, scores, { scale_factor: [2, 2], mode: "bilinear", align_corners: true });
    return { ...call("", v9Segment, { xs }, { nc, nm, npr }), classes };
  },
});
