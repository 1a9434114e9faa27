import { add, atLeast, floorDiv, mul } from "../core/dim";
import { say } from "../core/message";
import { op, type Sight, weight } from "../core/op";
import { param } from "../core/param";
import { bool, int, perAxis } from "../core/types";
import { groupsDivide } from "./groups";

export const convTranspose2d = op({
  name: "ConvTranspose2d",
  summary: "Enlarges an image: every pixel stamps a learned filter, `stride` apart.",
  formula: "H' = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1",
  traits: ["convolution"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    out_channels: param(int({ min: 1, suggest: [16, 32, 64, 128] }), { doc: "Number of filters.", unit: "channels" }),
    kernel_size: param(perAxis(int({ min: 1, suggest: [2, 4] })), { doc: "Height and width of a filter.", unit: "px" }),
    stride: param(perAxis(int({ min: 1, suggest: [2] })), {
      doc: "Step between two stamps.",
      unit: "px",
      default: [1, 1],
    }),
    padding: param(perAxis(int({ min: 0 })), { doc: "Border cut off on every side.", unit: "px", default: [0, 0] }),
    output_padding: param(perAxis(int({ min: 0 })), {
      doc: "Rows and columns added at the end.",
      unit: "px",
      default: [0, 0],
    }),
    groups: param(int({ min: 1 }), { doc: "Blocks of channels convolved apart.", default: 1 }),
    bias: param(bool, { doc: "Whether each filter adds a learned constant.", default: true }),
    dilation: param(perAxis(int({ min: 1 })), {
      doc: "Distance between two taps of a filter.",
      unit: "px",
      default: [1, 1],
    }),
  },
  constraints: {
    "groups-divide-channels": "Input and output channels must both be multiples of `groups`.",
    "output-padding-below-step": "`output_padding` must be smaller than the stride or the dilation.",
    "something-remains": "Not everything may be cut off.",
  },

  infer({ x }, { out_channels, kernel_size, stride, padding, output_padding, groups, dilation }, must) {
    groupsDivide(x.C, out_channels, groups, must);

    const [H, W] = [x.H, x.W].map((size, axis) => {
      const [k, s, d, extra] = [kernel_size[axis]!, stride[axis]!, dilation[axis]!, output_padding[axis]!];
      must(
        "output-padding-below-step",
        extra < Math.max(s, d) ? "yes" : "no",
        { arg: "output_padding" },
        say`${extra} rows or columns are added, but a step is ${Math.max(s, d)}`,
      );
      const result = add(mul(add(size, -1), s), d * (k - 1) + extra + 1 - 2 * padding[axis]!);
      must("something-remains", atLeast(result, 1), { arg: "padding" }, say`${result} px would remain`);
      return result;
    });
    return { y: { N: x.N, C: out_channels, H: H!, W: W! } };
  },

  weights({ x }, { out_channels, kernel_size, groups, bias }) {
    const filters = weight("weight", [x.C, floorDiv(out_channels, groups), ...kernel_size]);
    return bias ? [filters, weight("bias", [out_channels])] : [filters];
  },

  macs: ({ x }, { out_channels, kernel_size, groups }) =>
    mul(x.C, x.H, x.W, floorDiv(out_channels, groups), ...kernel_size),

  reach: (_, { kernel_size, stride, dilation, padding }) => {
    const along = (axis: number): Sight => ({
      kind: "stamp",
      kernel: dilation[axis]! * (kernel_size[axis]! - 1) + 1,
      stride: stride[axis]!,
      pad: padding[axis]!,
    });
    return { H: along(0), W: along(1) };
  },
});
