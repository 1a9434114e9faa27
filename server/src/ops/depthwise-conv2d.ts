import { mul } from "../core/dim";
import { say } from "../core/message";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool, choice, int, perAxis } from "../core/types";
import { along, extent, fits, type Padding, positions, reachOf } from "./window";

const spatial = ["H", "W"];

export const params = {
  kernel_size: param(perAxis(int({ min: 1, suggest: [3, 5] })), { doc: "Height and width of a filter.", unit: "px" }),
  stride: param(perAxis(int({ min: 1, suggest: [1, 2] })), {
    doc: "Step between two windows.",
    unit: "px",
    default: [1, 1],
  }),
  padding: param(choice("valid", "same"), { doc: "Whether windows may stand over the edge.", default: "valid" }),
  depth_multiplier: param(int({ min: 1 }), { doc: "Filters for each channel.", default: 1 }),
  dilation: param(perAxis(int({ min: 1 })), {
    doc: "Distance between two taps of a filter.",
    unit: "px",
    default: [1, 1],
  }),
  bias: param(bool, { doc: "Whether each filter adds a learned constant.", default: true }),
};

export const depthwiseConv2d = op({
  name: "DepthwiseConv2D",
  summary: "Slides filters over every channel by itself.",
  formula: "H' = ⌊(H − dilation·(kernel − 1) − 1) / stride⌋ + 1, or ⌈H / stride⌉ with padding: same",
  source: "https://keras.io/api/layers/convolution_layers/depthwise_convolution2d/",
  traits: ["convolution"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params,
  constraints: { "kernel-fits-input": "A dilated filter must not be larger than the image." },
  infer({ x }, { kernel_size, stride, padding, depth_multiplier, dilation }, must) {
    const [H, W] = [x.H, x.W].map((side, i) => {
      const window = along(i, kernel_size, stride, dilation, padding as Padding);
      must(
        "kernel-fits-input",
        fits(side, window),
        { arg: "kernel_size" },
        say`a filter of ${extent(window)} px does not fit an image of ${side} px`,
      );
      return positions(side, window);
    });
    return { y: { N: x.N, C: mul(x.C, depth_multiplier), H: H!, W: W! } };
  },
  weights({ x }, { kernel_size, depth_multiplier, bias }) {
    const filters = weight("kernel", [...kernel_size, x.C, depth_multiplier]);
    return bias ? [filters, weight("bias", [mul(x.C, depth_multiplier)])] : [filters];
  },
  macs: (_, { kernel_size }, { y }) => mul(y.C, y.H, y.W, ...kernel_size),
  reach: ({ x }, { kernel_size, stride, dilation, padding }) =>
    reachOf(x, spatial, (i) => along(i, kernel_size, stride, dilation, padding as Padding)),
});
