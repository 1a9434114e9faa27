import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { int, number, perAxis } from "../../core/types";
import { conv2d } from "../conv2d";
import { params as common, conv } from "./conv";
import { block, runner } from "./parts";
import { yolov7 } from "./sources";

export const layerScale = param(number(), {
  doc: "What the learned factors of all channels begin with; without any where it is not above 0.",
  default: 1e-6,
});
const side = param(perAxis(int({ min: 1, suggest: [7, 9, 11] })), {
  doc: "Height and width of a depthwise filter.",
  unit: "px",
  default: [7, 7],
});
const { c2, s, p, g, act } = common;
export const params = { c2, k: side, s, p, g: { ...g, doc: "Not used." }, act, layer_scale_init_value: layerScale };

/** One learned factor for every channel. */
export const gamma = (c2: number, init: number) => (init > 0 ? [weight("gamma", [c2])] : []);

export const robustConv = op({
  name: "RobustConv",
  summary: "A wide depthwise convolution, then a 1×1 one, each channel times a learned factor.",
  source: yolov7,
  traits: ["convolution"],
  ...block,
  params,
  infer({ x }, { c2, k, s, p, act }, _, call) {
    const c = Number(x.C);
    const { y } = call("conv_dw", conv, { x }, { c2: c, k, s, p, g: c, act }, { k: "k", s: "s", p: "p" });
    return { y: runner(call)("conv1x1", conv2d, y, { out_channels: c2, kernel_size: [1, 1] }) };
  },
  weights: (_, { c2, layer_scale_init_value }) => gamma(c2, layer_scale_init_value),
});
