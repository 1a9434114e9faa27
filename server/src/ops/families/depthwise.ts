import { mul } from "../../core/dim";
import { say } from "../../core/message";
import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { choice, int } from "../../core/types";
import { filters } from "./convolution";
import { mustFit } from "./fitting";
import { type AnyImage, type ImageAxes, resized, spatialOf } from "./spatial";
import { alongAxes, slidden } from "./unfolding";
import { along, type Padding, positions, reachOf, sizesIn } from "./window";

/** What depthwise convolutions take; separable ones hand it on. */
export function depthwiseParams(axes: readonly string[]) {
  const { kernel_size, stride, dilation, bias } = filters(axes);
  return {
    kernel_size,
    stride,
    padding: param(choice("valid", "same"), {
      doc: "`valid` adds nothing at the edge, `same` adds what keeps the size at stride 1.",
      default: "valid",
    }),
    depth_multiplier: param(int({ min: 1 }), { doc: "Filters for each channel.", default: 1 }),
    dilation,
    bias,
  };
}

/** Convolutions of every channel by itself, over one and two axes. */
export function depthwise<const A extends ImageAxes>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const side = spatial[0];
  return op({
    name,
    summary: "Slides filters over every channel by itself.",
    formula: `${side}' = ⌊(${side} − dilation·(kernel − 1) − 1) / stride⌋ + 1, or ⌈${side} / stride⌉ with padding: same`,
    source: `https://keras.io/api/layers/convolution_layers/depthwise_convolution${spatial.length}d/`,
    traits: ["convolution"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: depthwiseParams(spatial),
    constraints: { "kernel-fits-input": "A dilated filter must not be larger than the image." },
    infer(inputs, { kernel_size, stride, padding, depth_multiplier, dilation }, must) {
      const x = inputs.x as unknown as AnyImage;
      const y = resized({ ...x, C: mul(x.C, depth_multiplier) }, spatial, (size, i) => {
        const window = along(i, kernel_size, stride, dilation, padding as Padding);
        mustFit({ axis: spatial[i]!, size, window, what: say`filter` }, must);
        return positions(size, window);
      });
      return { y: y as unknown as typeof inputs.x };
    },
    weights(inputs, { kernel_size, depth_multiplier, bias }) {
      const { C } = inputs.x as unknown as AnyImage;
      const filters = weight("kernel", [...kernel_size, C, depth_multiplier]);
      return bias ? [filters, weight("bias", [mul(C, depth_multiplier)])] : [filters];
    },
    macs(_, { kernel_size }, outputs) {
      const y = outputs.y as unknown as AnyImage;
      return [y.C, ...sizesIn(y, spatial), ...kernel_size];
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
