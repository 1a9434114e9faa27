import { type Op, op } from "../../core/op";
import { conv1d } from "../conv1d";
import { conv2d } from "../conv2d";
import { depthwiseConv1d } from "../depthwise-conv1d";
import { depthwiseConv2d } from "../depthwise-conv2d";
import { filters } from "./convolution";
import { depthwiseParams } from "./depthwise";
import { type ImageAxes, spatialOf } from "./spatial";

/** A depthwise convolution and one that mixes the channels at every position, over one and two axes. */
export function separable<const A extends Exclude<ImageAxes, "N C D H W">>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const [depthwise, pointwise]: readonly Op[] =
    spatial.length === 1 ? [depthwiseConv1d, conv1d] : [depthwiseConv2d, conv2d];
  return op({
    name,
    summary: "A convolution of every channel by itself, then one of a single position that mixes them.",
    formula: "as a depthwise convolution, then one with kernel 1",
    source: `https://keras.io/api/layers/convolution_layers/separable_convolution${spatial.length}d/`,
    traits: ["convolution"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: { out_channels: filters(spatial).out_channels, ...depthwiseParams(spatial) },
    constraints: { "kernel-fits-input": "A dilated filter must not be larger than the image." },
    infer(inputs, { out_channels, bias, ...args }, _, call) {
      const run = call as (name: string, op: Op, inputs: object, args: object, blame?: object) => { readonly y: any };
      const blame = { kernel_size: "kernel_size", padding: "padding" };
      const apart = run("depthwise", depthwise!, inputs, { ...args, bias: false }, blame);
      const mixing = { out_channels, kernel_size: spatial.map(() => 1), bias };
      return run("pointwise", pointwise!, { x: apart.y }, mixing);
    },
  });
}
