import { add, mul } from "../../core/dim";
import { say } from "../../core/message";
import { op, type Tensors, weight } from "../../core/op";
import { param } from "../../core/param";
import { choice } from "../../core/types";
import { filters } from "./convolution";
import { mustFit } from "./fitting";
import { handsOn, usesBias } from "./recurrent-layer";
import { type AnyImage, type ImageAxes, resized, spatialOf } from "./spatial";
import { along, type Padding, positions, sizesIn } from "./window";

/** Input, forget, cell and output. */
const gates = 4;

/** The axes of images with one more before or behind the batch, where the steps are. */
type Stepped<A extends ImageAxes> = A extends `N ${infer Rest}` ? `N T ${Rest}` : never;
type Maybe<A extends ImageAxes> = A extends `N ${infer Rest}` ? `N ... ${Rest}` : never;
const behindBatch = (axes: ImageAxes, put: string): string => axes.replace("N", `N ${put}`);

/** A sequence of images, whose state is an image: the matrices of an LSTM are convolutions. */
export function convLstm<const A extends ImageAxes>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const n = spatial.length;
  const { out_channels, kernel_size, stride, dilation } = filters(spatial);
  return op({
    name,
    summary: "An LSTM over a sequence of images: input and state are read by convolutions.",
    formula: `c = f · c + i · g, h = o · tanh(c); MACs: steps · positions · 4 · filters · (C + filters) · kernel`,
    source: `https://keras.io/api/layers/recurrent_layers/conv_lstm${n}d/`,
    inputs: { x: behindBatch(axes, "T") as Stepped<A>, h: `${axes}?` as `${A}?`, c: `${axes}?` as `${A}?` },
    outputs: { y: behindBatch(axes, "...") as Maybe<A>, end: `${axes}+` as `${A}+` },
    params: {
      out_channels,
      kernel_size,
      stride,
      padding: param(choice("valid", "same"), {
        doc: "`valid` adds nothing at the edge of an input, `same` keeps its size at stride 1; the state keeps its size.",
        default: "valid",
      }),
      dilation,
      bias: usesBias,
      ...handsOn,
    },
    constraints: { "kernel-fits-input": "A dilated filter must not be larger than the image." },
    infer(inputs, args, must) {
      const { T, ...x } = inputs.x as unknown as AnyImage;
      const end = resized({ ...x, C: args.out_channels } as AnyImage, spatial, (size, i) => {
        const window = along(i, args.kernel_size, args.stride, args.dilation, args.padding as Padding);
        mustFit({ axis: spatial[i]!, size, window, what: say`filter` }, must);
        return positions(size, window);
      });
      const y = { ...end, rest: args.return_sequences ? [T] : [] };
      const states = args.return_state ? [end, end] : [];
      return { y, end: states } as unknown as Tensors<{ y: Maybe<A>; end: `${A}+` }>;
    },
    weights(inputs, { out_channels, kernel_size, bias }) {
      const { C } = inputs.x as unknown as AnyImage;
      const all = mul(gates, out_channels);
      return [
        weight("conv_lstm_cell/kernel", [...kernel_size, C, all]),
        weight("conv_lstm_cell/recurrent_kernel", [...kernel_size, out_channels, all]),
        ...(bias ? [weight("conv_lstm_cell/bias", [all])] : []),
      ];
    },
    macs(inputs, { out_channels, kernel_size }, outputs) {
      const { T, C } = inputs.x as unknown as AnyImage;
      const sizes = sizesIn(outputs.y as unknown as AnyImage, spatial);
      return [T!, ...sizes, mul(gates, out_channels), add(C, out_channels), ...kernel_size];
    },
    reach: () => "everything",
  });
}
