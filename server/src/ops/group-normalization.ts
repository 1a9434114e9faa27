import { floorDiv, mul, unknown } from "../core/dim";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { either, int, labelled } from "../core/types";
import { axisOf } from "./families/axis";
import { groupsDivideChannels } from "./families/groups";
import { eps } from "./families/normalisation";
import { axesExist, mustHave, overAxes } from "./families/over-axes";

/** Of channels on any axis, with scale and shift to choose apart. */
export const groupNormalization = op({
  name: "GroupNormalization",
  summary: "Brings every group of channels to zero mean and unit variance, then scales and shifts each channel.",
  formula: "y = (x − mean) / √(variance + epsilon) · gamma + beta, mean and variance of each group in each image",
  source: "https://keras.io/api/layers/normalization_layers/group_normalization/",
  traits: ["normalisation"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    groups: param(labelled(either(int({ min: 1 }), int({ min: -1, max: -1 })), "integer ≥ 1, or -1"), {
      doc: "Blocks of channels that have one mean and one variance; -1 takes every channel by itself.",
      default: 32,
    }),
    axis: param(int(), {
      doc: "The axis of the channels, the batch being 0; a negative one counts from the last.",
      default: -1,
    }),
    epsilon: { ...eps, default: 1e-3 },
    center: overAxes.center,
    scale: overAxes.scale,
  },
  constraints: { ...axesExist, "groups-divide-channels": "The channels must be a multiple of `groups`." },
  infer({ x }, { groups, axis }, must) {
    mustHave(axis, x, true, must);
    if (!axisOf(axis, x)) return { y: x };
    const C = x.at(axis)!;
    if (groups !== -1) groupsDivideChannels("groups", C, groups, must);
    return { y: x };
  },
  averaged({ x }, { groups, axis }) {
    const C = x.at(axis) ?? unknown;
    const others = x.filter((_, i) => i !== 0 && i !== (axis < 0 ? x.length + axis : axis));
    return { values: mul(groups === -1 ? 1 : floorDiv(C, groups), ...others) };
  },
  weights({ x }, { axis, center, scale }) {
    const C = x.at(axis) ?? unknown;
    return [...(scale ? [weight("gamma", [C])] : []), ...(center ? [weight("beta", [C])] : [])];
  },
  // The mean is that of all places.
  reach: ({ x }) => (x.length > 2 ? "everything" : {}),
});
