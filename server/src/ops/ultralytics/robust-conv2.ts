import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, perAxis } from "../../core/types";
import { convTranspose2d } from "../conv-transpose2d";
import { conv } from "./conv";
import { block, runner } from "./parts";
import { params as common, gamma } from "./robust-conv";
import { yolov7 } from "./sources";

export const robustConv2 = op({
  name: "RobustConv2",
  summary: "A depthwise convolution that makes the image smaller, and a transposed one that makes it as large again.",
  source: yolov7,
  traits: ["convolution"],
  ...block,
  params: {
    ...common,
    s: param(perAxis(int({ min: 1, suggest: [2, 4, 8] })), {
      doc: "How many times smaller the image is in between.",
      unit: "px",
      default: [4, 4],
    }),
  },
  infer({ x }, { c2, k, s, p, act }, _, call) {
    const c = Number(x.C);
    const { y } = call("conv_strided", conv, { x }, { c2: c, k, s, p, g: c, act }, { k: "k", s: "s", p: "p" });
    return { y: runner(call)("conv_deconv", convTranspose2d, y, { out_channels: c2, kernel_size: s, stride: s }) };
  },
  weights: (_, { c2, layer_scale_init_value }) => gamma(c2, layer_scale_init_value),
});
