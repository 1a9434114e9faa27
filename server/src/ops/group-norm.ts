import { floorDiv, mul } from "../core/dim";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool, int } from "../core/types";
import { groupsDivideChannels } from "./families/groups";
import { eps } from "./families/normalisation";

export const groupNorm = op({
  name: "GroupNorm",
  summary: "Brings every group of channels to zero mean and unit variance, then scales and shifts each channel.",
  formula: "y = (x − mean) / √(variance + eps) · weight + bias, mean and variance of each group in each image",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.GroupNorm.html",
  traits: ["normalisation"],
  inputs: { x: "N C ..." },
  outputs: { y: "N C ..." },
  params: {
    num_groups: param(int({ min: 1, suggest: [1, 8, 16, 32] }), {
      doc: "Blocks of channels that have one mean and one variance; 1 takes all channels together.",
    }),
    eps,
    affine: param(bool, { doc: "Whether scale and shift are learned.", default: true }),
  },
  constraints: { "groups-divide-channels": "The channels must be a multiple of `num_groups`." },
  infer({ x }, { num_groups }, must) {
    groupsDivideChannels("num_groups", x.C, num_groups, must);
    return { y: x };
  },
  averaged: ({ x }, { num_groups }) => ({ values: mul(floorDiv(x.C, num_groups), ...x.rest) }),
  weights: ({ x }, { affine }) => (affine ? [weight("weight", [x.C]), weight("bias", [x.C])] : []),
  // The mean is that of all places.
  reach: ({ x }) => (x.rest.length ? "everything" : {}),
});
