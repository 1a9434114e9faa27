import { mul } from "../core/dim";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool } from "../core/types";
import { eps } from "./families/normalisation";
import { endsSo, mustEnd, reachOfLast, sizesOf, trailing } from "./families/trailing";

export const layerNorm = op({
  name: "LayerNorm",
  summary: "Brings the last axes to zero mean and unit variance, then scales and shifts every value of them.",
  formula: "y = (x − mean) / √(variance + eps) · weight + bias",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html",
  traits: ["normalisation"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    normalized_shape: trailing.normalized_shape,
    eps,
    elementwise_affine: trailing.elementwise_affine,
    bias: param(bool, { doc: "Whether a shift is learned beside the scale.", default: true }),
  },
  constraints: endsSo,
  infer({ x }, { normalized_shape }, must) {
    mustEnd(x, normalized_shape, { arg: "normalized_shape" }, must);
    return { y: x };
  },
  averaged: (_, { normalized_shape }) => ({ values: mul(...sizesOf(normalized_shape)) }),
  weights(_, { normalized_shape, elementwise_affine, bias }) {
    const sizes = sizesOf(normalized_shape);
    if (!elementwise_affine) return [];
    return bias ? [weight("weight", sizes), weight("bias", sizes)] : [weight("weight", sizes)];
  },
  reach: (_, { normalized_shape }) => reachOfLast(sizesOf(normalized_shape)),
});
