import { op } from "../core/op";
import { param } from "../core/param";
import { bool, number } from "../core/types";
import { compared, together } from "./families/comparing";

export const pairwiseDistance = op({
  ...compared,
  name: "PairwiseDistance",
  summary: "Measures how far two tensors lie apart along the last axis, which goes.",
  formula: "y = (Σ |a − b + eps|ᵖ)^(1/p)",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.PairwiseDistance.html",
  params: {
    p: param(number({ suggest: [1, 2] }), { doc: "The norm that measures: 2 is the usual distance.", default: 2 }),
    eps: param(number(), { doc: "Added to every difference.", default: 1e-6 }),
    keepdim: param(bool, { doc: "Whether the last axis stays, with size 1.", default: false }),
  },
  infer({ a, b }, { keepdim }, must) {
    const both = together(a, b, must);
    return { y: keepdim ? [...both.slice(0, -1), 1] : both.slice(0, -1) };
  },
  reach: () => "everything",
});
