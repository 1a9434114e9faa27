import { floorDiv, mul } from "../core/dim";
import { say } from "../core/message";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool, choice, either, int, perAxis, size } from "../core/types";
import { groupsDivide } from "./groups";
import { along, fits, positions, sight } from "./window";

export const conv2d = op({
  name: "Conv2d",
  summary: "Slides `out_channels` learned filters over an image.",
  formula: "H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1",
  traits: ["convolution"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    out_channels: param(size({ suggest: [16, 32, 64, 128] }), { doc: "Number of filters.", unit: "channels" }),
    kernel_size: param(perAxis(int({ min: 1, suggest: [1, 3, 5, 7] })), {
      doc: "Height and width of a filter.",
      unit: "px",
    }),
    stride: param(perAxis(int({ min: 1, suggest: [1, 2] })), {
      doc: "Step between two windows.",
      unit: "px",
      default: [1, 1],
    }),
    padding: param(either(perAxis(int({ min: 0, suggest: [0, 1, 2] })), choice("same", "valid")), {
      doc: "Zeros added on every side.",
      unit: "px",
      default: [0, 0],
    }),
    dilation: param(perAxis(int({ min: 1 })), {
      doc: "Distance between two taps of a filter.",
      unit: "px",
      default: [1, 1],
    }),
    groups: param(int({ min: 1 }), {
      doc: "Blocks of channels convolved apart; `groups = C` is depthwise.",
      default: 1,
    }),
    bias: param(bool, { doc: "Whether each filter adds a learned constant.", default: true }),
  },
  constraints: {
    "groups-divide-channels": "Input and output channels must both be multiples of `groups`.",
    "kernel-fits-input": "A dilated filter must not be larger than the padded image.",
  },

  infer({ x }, { out_channels, kernel_size, stride, padding, dilation, groups }, must) {
    groupsDivide(x.C, out_channels, groups, must);

    const [H, W] = [x.H, x.W].map((side, axis) => {
      const window = along(axis, kernel_size, stride, dilation, padding);
      must(
        "kernel-fits-input",
        fits(side, window),
        { arg: "kernel_size" },
        say`a ${window.kernel} px filter does not fit ${side} px${window.pad ? say` padded by ${window.pad}` : ""}`,
      );
      return positions(side, window);
    });
    return { y: { N: x.N, C: out_channels, H: H!, W: W! } };
  },

  weights({ x }, { out_channels, kernel_size, groups, bias }) {
    const filters = weight("weight", [out_channels, floorDiv(x.C, groups), ...kernel_size]);
    return bias ? [filters, weight("bias", [out_channels])] : [filters];
  },

  macs: ({ x }, { kernel_size, groups }, { y }) => mul(y.C, y.H, y.W, floorDiv(x.C, groups), ...kernel_size),

  reach: ({ x }, { kernel_size, stride, dilation, padding }) => ({
    H: sight(x.H, along(0, kernel_size, stride, dilation, padding)),
    W: sight(x.W, along(1, kernel_size, stride, dilation, padding)),
  }),
});
