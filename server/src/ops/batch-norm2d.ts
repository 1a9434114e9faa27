import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool, number } from "../core/types";

export const batchNorm2d = op({
  name: "BatchNorm2d",
  summary: "Brings every channel to zero mean and unit variance, then scales and shifts it.",
  traits: ["normalisation"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    eps: param(number({ min: 0 }), { doc: "Added to the variance before the division.", default: 1e-5 }),
    momentum: param(number({ min: 0, max: 1 }), {
      doc: "Share of a new batch in the running statistics.",
      default: 0.1,
    }),
    affine: param(bool, { doc: "Whether scale and shift are learned.", default: true }),
    track_running_stats: param(bool, { doc: "Whether mean and variance are kept for evaluation.", default: true }),
  },
  infer: ({ x }) => ({ y: x }),
  weights: ({ x }, { affine, track_running_stats }) => [
    ...(affine ? [weight("weight", [x.C]), weight("bias", [x.C])] : []),
    ...(track_running_stats ? [weight("running_mean", [x.C], "state"), weight("running_var", [x.C], "state")] : []),
  ],
});
