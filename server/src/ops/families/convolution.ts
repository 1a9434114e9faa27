import { type Dim, floorDiv } from "../../core/dim";
import { say } from "../../core/message";
import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { bool, choice, either, int, perAxis, size } from "../../core/types";
import { edgeConstraints, type Made, mustReach } from "./edge";
import { mustFit } from "./fitting";
import { groupsDivide } from "./groups";
import { type AnyImage, type ImageAxes, nounOf, ones, resized, sides, spatialOf } from "./spatial";
import { alongAxes, slidden } from "./unfolding";
import { along, border, type Padding, positions, reachOf, sizesIn } from "./window";

/** What every operator with filters has, over as many axes. */
export const filters = (axes: readonly string[]) => ({
  out_channels: param(size({ suggest: [16, 32, 64, 128] }), { doc: "Number of filters.", unit: "channels" }),
  kernel_size: param(perAxis(int({ min: 1, suggest: [1, 3, 5, 7] }), axes.length), {
    doc: `${sides(axes)} of a filter.`,
    unit: "px",
  }),
  stride: param(perAxis(int({ min: 1, suggest: [1, 2] }), axes.length), {
    doc: "Step from one window to the next.",
    unit: "px",
    default: ones(axes, 1),
  }),
  dilation: param(perAxis(int({ min: 1 }), axes.length), {
    doc: "Distance between two taps of a filter; 1 means side by side.",
    unit: "px",
    default: ones(axes, 1),
  }),
  bias: param(bool, { doc: "Whether each filter adds a learned constant.", default: true }),
});

const made: { readonly [mode: string]: Made } = { reflect: "mirror", replicate: "edge", circular: "wrap" };

/** Convolutions over one, two and three axes are one operator but for the number of numbers. */
export function convolution<const A extends ImageAxes>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const n = spatial.length;
  const { out_channels, kernel_size, stride, dilation, bias } = filters(spatial);
  return op({
    name,
    summary: `Slides \`out_channels\` learned filters over ${nounOf(spatial)}.`,
    formula: `${spatial[0]}' = ⌊(${spatial[0]} + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1`,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv${n}d.html`,
    traits: ["convolution"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      out_channels,
      kernel_size,
      stride,
      padding: param(either(perAxis(int({ min: 0, suggest: [0, 1, 2] }), n), choice("same", "valid", "causal")), {
        doc: "Zeros added on every side; `same` keeps the size at stride 1.",
        unit: "px",
        default: ones(spatial, 0) as Padding,
      }),
      dilation,
      groups: param(int({ min: 1 }), {
        doc: "Blocks of channels convolved apart; as many as channels is depthwise.",
        default: 1,
      }),
      bias,
      padding_mode: param(choice("zeros", "reflect", "replicate", "circular"), {
        doc: "What the border is made of: zeros, the image in a mirror, its edge, or its other end.",
        default: "zeros",
      }),
    },
    constraints: {
      ...edgeConstraints,
      "groups-divide-channels": "Input and output channels must both be multiples of `groups`.",
      "kernel-fits-input": "A dilated filter must not be larger than the padded image.",
    },

    infer(inputs, { out_channels, kernel_size, stride, padding, dilation, groups, padding_mode }, must) {
      const x = inputs.x as unknown as AnyImage;
      groupsDivide(x.C, out_channels as Dim, groups, must);
      const y = resized({ ...x, C: out_channels as Dim }, spatial, (size, i) => {
        const window = along(i, kernel_size, stride, dilation, padding as Padding);
        const reaches = mustReach(made[padding_mode] ?? "constant", spatial[i]!, size, border(window), "padding", must);
        if (reaches) mustFit({ axis: spatial[i]!, size, window, what: say`filter` }, must);
        return positions(size, window);
      });
      return { y: y as unknown as typeof inputs.x };
    },

    weights(inputs, { out_channels, kernel_size, groups, bias }) {
      const { C } = inputs.x as unknown as AnyImage;
      const filters = weight("weight", [out_channels as Dim, floorDiv(C, groups), ...kernel_size]);
      return bias ? [filters, weight("bias", [out_channels as Dim])] : [filters];
    },

    macs(inputs, { kernel_size, groups }, outputs) {
      const y = outputs.y as unknown as AnyImage;
      const { C } = inputs.x as unknown as AnyImage;
      return [y.C, ...sizesIn(y, spatial), floorDiv(C, groups), ...kernel_size];
    },

    unfold(inputs, { kernel_size, stride, dilation, padding }, outputs) {
      const [x, y] = [inputs.x as unknown as AnyImage, outputs.y as unknown as AnyImage];
      return alongAxes(spatial, (i) =>
        slidden(x[spatial[i]!]!, along(i, kernel_size, stride, dilation, padding as Padding), y[spatial[i]!]!),
      );
    },

    reach: (inputs, { kernel_size, stride, dilation, padding }) =>
      reachOf(inputs.x as unknown as AnyImage, spatial, (i) =>
        along(i, kernel_size, stride, dilation, padding as Padding),
      ),
  });
}
