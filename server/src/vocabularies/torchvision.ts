import { spell } from "../core/vocabulary";
import { conv2dNormActivation } from "../ops/conv2d-norm-activation";
import { layerNorm2d } from "../ops/layer-norm2d";
import { squeezeExcitation } from "../ops/squeeze-excitation";
import { stochasticDepth } from "../ops/stochastic-depth";
import { conv } from "./pytorch-words";

const { states, constraints, must } = conv(2);

/** Modules of torchvision that networks are built from; positions are those of their constructors. */
export const vision = {
  Conv2dNormActivation: spell(conv2dNormActivation, {
    states,
    constraints,
    must,
    order: [
      ...["in_channels", "out_channels", "kernel_size", "stride", "padding", "groups"],
      ...["norm_layer", "activation_layer", "dilation", "inplace", "bias"],
    ],
  }),
  LayerNorm2d: spell(layerNorm2d, { states: { normalized_shape: "x.C" } }),
  SqueezeExcitation: spell(squeezeExcitation, { states: { input_channels: "x.C" } }),
  StochasticDepth: spell(stochasticDepth),
};
