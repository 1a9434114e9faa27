import { mul } from "../core/dim";
import { op, weight } from "../core/op";
import { eps } from "./families/normalisation";
import { axesExist, mustHave, overAxes, reachOver, sizesAlong } from "./families/over-axes";

export const rmsNormalization = op({
  name: "RMSNormalization",
  summary: "Divides the axes it names by their root mean square, then scales every value of them.",
  formula: "y = x / √(mean of x² + epsilon) · scale",
  source: "https://keras.io/api/layers/normalization_layers/rms_normalization/",
  traits: ["normalisation"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: { axis: overAxes.axis, epsilon: { ...eps, doc: "Added to the mean square.", default: 1e-6 } },
  constraints: axesExist,
  infer({ x }, { axis }, must) {
    mustHave(axis, x, true, must);
    return { y: x };
  },
  averaged: ({ x }, { axis }) => ({ values: mul(...sizesAlong(axis, x)), ofSquares: true }),
  weights: ({ x }, { axis }) => [weight("scale", sizesAlong(axis, x))],
  reach: ({ x }, { axis }) => reachOver(axis, x),
});
