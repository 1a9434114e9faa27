import { op } from "../core/op";
import { param } from "../core/param";
import { size } from "../core/types";
import { conv2d } from "./conv2d";
import { depthwiseConv2d, params } from "./depthwise-conv2d";

export const separableConv2d = op({
  name: "SeparableConv2D",
  summary: "A convolution of every channel by itself, then one of 1×1 that mixes them.",
  source: "https://keras.io/api/layers/convolution_layers/separable_convolution2d/",
  traits: ["convolution"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    out_channels: param(size({ suggest: [32, 64] }), { doc: "Number of filters.", unit: "channels" }),
    ...params,
  },
  constraints: { "kernel-fits-input": "A dilated filter must not be larger than the image." },
  infer({ x }, { out_channels, bias, ...args }, _, call) {
    const blame = { kernel_size: "kernel_size", padding: "padding" };
    const { y } = call("depthwise", depthwiseConv2d, { x }, { ...args, bias: false }, blame);
    return call("pointwise", conv2d, { x: y }, { out_channels, kernel_size: [1, 1], bias });
  },
});
