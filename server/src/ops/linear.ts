import { mul } from "../core/dim";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool, size } from "../core/types";

export const linear = op({
  name: "Linear",
  summary: "Multiplies by a learned matrix.",
  traits: ["dense"],
  inputs: { x: "... F" },
  outputs: { y: "... F" },
  params: {
    out_features: param(size({ suggest: [10, 128, 1000] }), { doc: "Length of the result.", unit: "features" }),
    bias: param(bool, { doc: "Whether a learned constant is added.", default: true }),
  },
  infer: ({ x }, { out_features }) => ({ y: { ...x, F: out_features } }),
  weights({ x }, { out_features, bias }) {
    const matrix = weight("weight", [out_features, x.F]);
    return bias ? [matrix, weight("bias", [out_features])] : [matrix];
  },
  macs: ({ x }, { out_features }) => mul(...x.rest.slice(1), x.F, out_features),
});
