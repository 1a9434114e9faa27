import { between } from "../core/op";
import { activation } from "./families/elementwise";

export const sparseSigmoid = activation({
  name: "SparseSigmoid",
  summary: "A straight line from 0 at −1 to 1 at 1.",
  formula: "y = 0 for x ≤ −1, (x + 1) / 2 for x < 1, else 1",
  source: "https://keras.io/api/layers/activations/#sparsesigmoid-function",
  range: () => between(0, 1),
  scores: "chances",
  saturates: true,
});
