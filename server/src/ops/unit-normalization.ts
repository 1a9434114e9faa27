import { op } from "../core/op";
import { axisExists, axisOf, mustExist } from "./families/axis";
import { overAxes, reachOver } from "./families/over-axes";

export const unitNormalization = op({
  name: "UnitNormalization",
  summary: "Brings the vectors along the axes it names to length 1.",
  formula: "y = x / √(Σ x²)",
  source: "https://keras.io/api/layers/normalization_layers/unit_normalization/",
  traits: ["normalisation"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: { axis: overAxes.axis },
  constraints: axisExists,
  infer({ x }, { axis }, must) {
    const missing = [axis].flat().find((one) => axisOf(one, x) === undefined);
    if (missing !== undefined) mustExist(missing, x, { arg: "axis" }, must);
    return { y: x };
  },
  reach: ({ x }, { axis }) => reachOver(axis, x),
});
