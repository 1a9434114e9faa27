import { mul, unknown } from "../core/dim";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool, int } from "../core/types";
import { axisExists, axisNotBatch, mustExist, mustNotBeBatch } from "./families/axis";
import { eps, momentum } from "./families/normalisation";

/** Of any number of axes, the channels on any of them, and with scale and shift to choose apart. */
export const batchNormalization = op({
  name: "BatchNormalization",
  summary: "Brings every channel to zero mean and unit variance, then scales and shifts it.",
  formula: "y = (x − mean) / √(variance + epsilon) · gamma + beta",
  source: "https://keras.io/api/layers/normalization_layers/batch_normalization/",
  traits: ["normalisation"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    axis: param(int(), {
      doc: "The axis of the channels, the batch being 0; a negative one counts from the last.",
      default: -1,
    }),
    momentum: { ...momentum, doc: "Share of the old in the moving statistics.", default: 0.99 },
    epsilon: { ...eps, default: 1e-3 },
    center: param(bool, { doc: "Whether a shift is learned.", default: true }),
    scale: param(bool, { doc: "Whether a scale is learned.", default: true }),
    renorm: param(bool, {
      doc: "Whether batches are corrected by the moving statistics while training.",
      default: false,
    }),
  },
  constraints: { ...axisExists, ...axisNotBatch },
  infer({ x }, { axis }, must) {
    mustExist(axis, x, { arg: "axis" }, must);
    mustNotBeBatch(axis, x, { arg: "axis" }, must);
    return { y: x };
  },
  averaged: ({ x }, { axis }) => ({
    values: mul(...x.filter((_, i) => i !== 0 && i !== (axis < 0 ? x.length + axis : axis))),
    overBatch: true,
  }),
  weights({ x }, { axis, center, scale, renorm }) {
    const C = x.at(axis) ?? unknown;
    const states = [
      "moving_mean",
      "moving_variance",
      ...(renorm ? ["moving_stddev", "renorm_mean", "renorm_stddev"] : []),
    ];
    return [
      ...(scale ? [weight("gamma", [C])] : []),
      ...(center ? [weight("beta", [C])] : []),
      ...states.map((name) => weight(name, [C], "state")),
    ];
  },
});
