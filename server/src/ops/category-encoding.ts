import { type Shape, unknown } from "../core/dim";
import { op } from "../core/op";
import { param } from "../core/param";
import { choice, size } from "../core/types";

/** Each number gets an axis of its own; one that stands alone on the last axis gives that axis up. */
export const oneHot = (x: Shape, depth: Shape[number]): Shape => [...(x.at(-1) === 1 ? x.slice(0, -1) : x), depth];

export const categoryEncoding = op({
  name: "CategoryEncoding",
  summary: "Writes the number of a category as a row of zeros with a one in that place.",
  formula: "y[i] = 1 where x = i, else 0; of num_tokens places",
  source: "https://keras.io/api/layers/preprocessing_layers/categorical/category_encoding/",
  traits: ["reshape"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    num_tokens: param(size(), { doc: "How many categories there are." }),
    output_mode: param(choice("one_hot", "multi_hot", "count", "binary"), {
      doc: "A row for each number, or one for all along the last axis that marks or counts them.",
      default: "multi_hot",
    }),
  },
  infer({ x }, { num_tokens, output_mode }) {
    if (output_mode === "one_hot") return { y: oneHot(x, num_tokens) };
    // Keras announces another axis as gone than the one it adds up along, where there are several.
    const kept = x.length > 2 ? x.slice(1, -1).map(() => unknown) : [];
    return { y: [x[0]!, ...kept, num_tokens] };
  },
  reach: () => "everything",
});
