import { mul } from "../core/dim";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool } from "../core/types";
import { eps } from "./families/normalisation";
import { axesExist, mustHave, overAxes, reachOver, sizesAlong } from "./families/over-axes";

/** Whether a scale is learned, and whether a shift: by the root mean square there is a scale alone. */
const learned = ({ center, scale, rms_scaling }: Settings) => ({
  gamma: scale || rms_scaling,
  beta: center && !rms_scaling,
});

interface Settings {
  readonly center: boolean;
  readonly scale: boolean;
  readonly rms_scaling: boolean;
}

export const layerNormalization = op({
  name: "LayerNormalization",
  summary: "Brings the axes it names to zero mean and unit variance, then scales and shifts every value of them.",
  formula: "y = (x − mean) / √(variance + epsilon) · gamma + beta",
  source: "https://keras.io/api/layers/normalization_layers/layer_normalization/",
  traits: ["normalisation"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    axis: overAxes.axis,
    epsilon: { ...eps, default: 1e-3 },
    center: overAxes.center,
    scale: overAxes.scale,
    rms_scaling: param(bool, {
      doc: "Whether the mean stays and only a scale is learned; RMSNormalization has taken its place.",
      default: false,
    }),
  },
  constraints: axesExist,
  infer({ x }, { axis, ...settings }, must) {
    const { gamma, beta } = learned(settings);
    mustHave(axis, x, gamma || beta, must);
    return { y: x };
  },
  averaged: ({ x }, { axis }) => ({ values: mul(...sizesAlong(axis, x)) }),
  weights({ x }, { axis, ...settings }) {
    const { gamma, beta } = learned(settings);
    const sizes = sizesAlong(axis, x);
    return [...(gamma ? [weight("gamma", sizes)] : []), ...(beta ? [weight("beta", sizes)] : [])];
  },
  reach: ({ x }, { axis }) => reachOver(axis, x),
});
