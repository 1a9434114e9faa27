import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool, int, optional, size } from "../core/types";

export const linear = op({
  name: "Linear",
  summary: "Multiplies by a learned matrix, along the last axis.",
  formula: "y = x · weightᵀ + bias",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html",
  traits: ["dense"],
  inputs: { x: "... F" },
  outputs: { y: "... F" },
  params: {
    out_features: param(size({ suggest: [10, 128, 1000] }), { doc: "Length of the result.", unit: "features" }),
    bias: param(bool, { doc: "Whether a learned constant is added.", default: true }),
    lora_rank: param(optional(int({ min: 1 })), {
      doc: "Rank of two small matrices that are trained in place of the large one.",
    }),
  },
  infer: ({ x }, { out_features }) => ({ y: { ...x, F: out_features } }),
  weights({ x }, { out_features, bias, lora_rank }) {
    const matrix = weight("weight", [out_features, x.F], lora_rank === undefined ? "trainable" : "frozen");
    return [
      matrix,
      ...(bias ? [weight("bias", [out_features])] : []),
      ...(lora_rank === undefined
        ? []
        : [weight("lora_kernel_a", [x.F, lora_rank]), weight("lora_kernel_b", [lora_rank, out_features])]),
    ];
  },
  macs: ({ x }, { out_features }) => [...x.rest.slice(1), x.F, out_features],
});
