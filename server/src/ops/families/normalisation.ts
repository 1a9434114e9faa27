import { type Dim, mul } from "../../core/dim";
import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { bool, number, optional } from "../../core/types";
import { type AnyImage, spatialOf } from "./spatial";
import { sizesIn } from "./window";

export const eps = param(number({ min: 0 }), { doc: "Added to the variance before the division.", default: 1e-5 });
export const momentum = param(number({ min: 0, max: 1 }), {
  doc: "Share of a new batch in the running statistics.",
  default: 0.1,
});

export const normParams = {
  eps,
  momentum: {
    ...momentum,
    type: optional(momentum.type),
    doc: "Share of a new batch in the running statistics; null keeps the mean of all batches.",
  },
  affine: param(bool, { doc: "Whether scale and shift are learned.", default: true }),
  track_running_stats: param(bool, { doc: "Whether mean and variance are kept for evaluation.", default: true }),
};

interface Settings {
  readonly affine: boolean;
  readonly track_running_stats: boolean;
}

export const normWeights = (C: Dim, { affine, track_running_stats }: Settings) => [
  ...(affine ? [weight("weight", [C]), weight("bias", [C])] : []),
  ...(track_running_stats ? [weight("running_mean", [C], "state"), weight("running_var", [C], "state")] : []),
];

export const normOf = (name: string) =>
  ({
    name,
    summary: "Brings every channel to zero mean and unit variance, then scales and shifts it.",
    formula: "y = (x − mean) / √(variance + eps) · weight + bias",
    source: `https://docs.pytorch.org/docs/stable/generated/torch.nn.${name}.html`,
    traits: ["normalisation"],
    params: normParams,
  }) as const;

/** Batch normalisation of images of two or three axes. */
export const batchNorm = <const A extends "N C H W" | "N C D H W">(name: string, axes: A) =>
  op({
    ...normOf(name),
    inputs: { x: axes },
    outputs: { y: axes },
    infer: ({ x }) => ({ y: x }),
    averaged: ({ x }) => ({ values: mul(...sizesIn(x as unknown as AnyImage, spatialOf(axes))), overBatch: true }),
    weights: ({ x }, args) => normWeights((x as unknown as { readonly C: Dim }).C, args),
  });
