import { add } from "../core/dim";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { bool, choice, number } from "../core/types";
import { attends, mustAttend } from "./families/attending";

/** What attention drops while training. */
export const dropout = param(number({ min: 0, max: 1 }), {
  doc: "Share of the scores that are set to zero while training.",
  default: 0,
});

export const dotProductAttention = op({
  name: "DotProductAttention",
  summary: "Gives for each query the mean of all values, each weighted by how well its key fits the query.",
  formula: "y = softmax(query · keyᵀ) · value; MACs: queries · keys · (features of a key + of a value)",
  source: "https://keras.io/api/layers/attention_layers/attention/",
  inputs: { query: "N T F", value: "N T F", key: "N T F?" },
  outputs: { y: "N T F" },
  params: {
    use_scale: param(bool, { doc: "Whether scores are multiplied by a learned number.", default: false }),
    score_mode: param(choice("dot", "concat"), {
      doc: "`dot` multiplies queries and keys, `concat` adds them and sums their hyperbolic tangents.",
      default: "dot",
    }),
    dropout,
  },
  constraints: attends,
  infer({ query, value, key }, { score_mode }, must) {
    mustAttend(query, value, key, score_mode === "concat", must);
    return { y: { ...query, F: value.F } };
  },
  weights: (_, { use_scale, score_mode }) => [
    ...(use_scale ? [weight("scale", [])] : []),
    ...(score_mode === "concat" ? [weight("concat_score_weight", [])] : []),
  ],
  macs: ({ query, value }, { score_mode }) => [
    query.T,
    value.T,
    score_mode === "dot" ? add(query.F, value.F) : value.F,
  ],
  reach: () => "everything",
});
