import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool } from "../core/types";
import { dropout } from "./dot-product-attention";
import { attends, mustAttend } from "./families/attending";

export const additiveAttention = op({
  name: "AdditiveAttention",
  summary: "Gives for each query the mean of all values, each weighted by a sum over query and key.",
  formula: "y = softmax(Σ scale · tanh(query + key)) · value; MACs: queries · keys · features of a value",
  source: "https://keras.io/api/layers/attention_layers/additive_attention/",
  inputs: { query: "N ... T F", value: "N ... T F", key: "N ... T F?" },
  outputs: { y: "N ... T F" },
  params: {
    use_scale: param(bool, { doc: "Whether every feature of a score has a learned weight.", default: true }),
    dropout,
  },
  constraints: attends,
  infer({ query, value, key }, _, must) {
    mustAttend(query, value, key, true, must);
    return { y: { ...query, F: value.F } };
  },
  weights: ({ query }, { use_scale }) => (use_scale ? [weight("scale", [query.F])] : []),
  macs: ({ query, value }) => [...query.rest, query.T, value.T, value.F],
  reach: () => "everything",
});
