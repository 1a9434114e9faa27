import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool } from "../core/types";
import { eps } from "./families/normalisation";

/** ConvNeXt normalises over the channels of each position, where the channels are not the last axis. */
export const layerNorm2d = op({
  name: "LayerNorm2d",
  summary: "Brings the channels of every position to zero mean and unit variance, then scales and shifts them.",
  formula: "y = (x − mean over C) / √(variance over C + eps) · weight + bias",
  source: "https://docs.pytorch.org/vision/stable/models/convnext.html",
  traits: ["normalisation"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    eps,
    elementwise_affine: param(bool, { doc: "Whether scale and shift are learned.", default: true }),
  },
  infer: ({ x }) => ({ y: x }),
  averaged: ({ x }) => ({ values: x.C }),
  weights: ({ x }, { elementwise_affine }) =>
    elementwise_affine ? [weight("weight", [x.C]), weight("bias", [x.C])] : [],
});
