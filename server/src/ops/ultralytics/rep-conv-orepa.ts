import { op } from "../../core/op";
import { param } from "../../core/param";
import { anything, bool, int, text } from "../../core/types";
import { batchNorm2d } from "../batch-norm2d";
import { conv2d } from "../conv2d";
import { silu } from "../silu";
import { orepa } from "./orepa";
import { added, block, c2, type Image, runner } from "./parts";
import { only } from "./rep-vgg";
import { yolov7 } from "./sources";

export const repConvOrepa = op({
  name: "RepConv_OREPA",
  summary: "RepConv whose 3×3 filters are put together from six learned parts.",
  source: yolov7,
  traits: ["convolution"],
  ...block,
  params: {
    c2,
    k: param(only(3), { doc: "Side of the larger filters.", unit: "px", default: 3 }),
    s: param(int({ min: 1, suggest: [1, 2] }), { doc: "Step between two windows.", unit: "px", default: 1 }),
    padding: param(only(1), { doc: "Zeros added on every side.", unit: "px", default: 1 }),
    dilation: param(int({ min: 1 }), { doc: "Not used before training is over.", default: 1 }),
    groups: param(only(1), { doc: "Blocks of channels convolved apart: the parts fit together for one.", default: 1 }),
    padding_mode: param(text, { doc: "Not used before training is over.", default: "zeros" }),
    deploy: param(bool, { doc: "Whether all of it is already one convolution.", default: false }),
    use_se: param(anything, { doc: "Whether channels are weighed, by a module that is not there.", default: false }),
    nonlinear: param(anything, { doc: "The activation.", default: true }),
  },
  infer({ x }, { c2, s, dilation, deploy }, _, call) {
    const run = runner(call);
    const step = { out_channels: c2, stride: [s, s] };
    const whole = { ...step, kernel_size: [3, 3], padding: [1, 1], dilation: [dilation, dilation] };
    if (deploy) return { y: run("nonlinearity", silu, run("rbr_reparam", conv2d, x, whole)) };
    const large = run("rbr_dense.bn", batchNorm2d, run("rbr_dense", orepa, x, { c2, s }));
    const narrow = run("rbr_1x1.conv", conv2d, x, { ...step, kernel_size: [1, 1], bias: false });
    let sum: Image = added(run, large, run("rbr_1x1.bn", batchNorm2d, narrow));
    if (x.C === c2 && s === 1) sum = added(run, sum, run("rbr_identity", batchNorm2d, x));
    return { y: run("nonlinearity", silu, sum) };
  },
});
