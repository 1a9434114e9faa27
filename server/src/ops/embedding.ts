import { known } from "../core/dim";
import { say } from "../core/message";
import { op, weight } from "../core/op";
import { param } from "../core/param";
import { int, optional, size } from "../core/types";

export const embedding = op({
  name: "Embedding",
  summary: "Puts a learned row of a table in place of every whole number.",
  formula: "y = weight[x], with one axis more; a look-up multiplies nothing",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Embedding.html",
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    num_embeddings: param(size({ suggest: [1000, 10000] }), { doc: "Rows of the table; numbers stay below it." }),
    embedding_dim: param(size({ suggest: [16, 64, 128] }), { doc: "Length of a row.", unit: "features" }),
    padding_idx: param(optional(int()), {
      doc: "The row that is never trained; a negative one counts from the last.",
    }),
    lora_rank: param(optional(int({ min: 1 })), {
      doc: "Rank of two small tables that are trained in place of the large one.",
    }),
  },
  constraints: { "padding-row-exists": "The row for padding must be one of the table's." },
  infer({ x }, { num_embeddings, embedding_dim, padding_idx = 0 }, must) {
    const exists = known([num_embeddings], (rows) => padding_idx >= -rows && padding_idx < rows);
    const message = say`padding_idx is ${padding_idx}, but rows go from 0 to ${Number(num_embeddings) - 1}`;
    must("padding-row-exists", exists, { arg: "padding_idx" }, message);
    return { y: [...x, embedding_dim] };
  },
  weights(_, { num_embeddings, embedding_dim, lora_rank }) {
    const table = [num_embeddings, embedding_dim];
    if (lora_rank === undefined) return [weight("weight", table)];
    return [
      weight("weight", table, "frozen"),
      weight("lora_embeddings_a", [num_embeddings, lora_rank]),
      weight("lora_embeddings_b", [lora_rank, embedding_dim]),
    ];
  },
  // The result has an axis more than there were positions, so no axis sees what the same one saw before.
  reach: () => "everything",
});
