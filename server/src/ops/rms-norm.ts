import { mul } from "../core/dim";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { number, optional } from "../core/types";
import { endsSo, mustEnd, reachOfLast, sizesOf, trailing } from "./families/trailing";

export const rmsNorm = op({
  name: "RMSNorm",
  summary: "Divides the last axes by their root mean square, then scales every value of them.",
  formula: "y = x / √(mean of x² + eps) · weight",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.RMSNorm.html",
  traits: ["normalisation"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    normalized_shape: trailing.normalized_shape,
    eps: param(optional(number()), { doc: "Added to the mean square; null is the smallest step of the numbers." }),
    elementwise_affine: trailing.elementwise_affine,
  },
  constraints: endsSo,
  infer({ x }, { normalized_shape }, must) {
    mustEnd(x, normalized_shape, { arg: "normalized_shape" }, must);
    return { y: x };
  },
  averaged: (_, { normalized_shape }) => ({ values: mul(...sizesOf(normalized_shape)), ofSquares: true }),
  weights: (_, { normalized_shape, elementwise_affine }) =>
    elementwise_affine ? [weight("weight", sizesOf(normalized_shape))] : [],
  reach: (_, { normalized_shape }) => reachOfLast(sizesOf(normalized_shape)),
});
