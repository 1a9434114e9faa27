import { positive } from "../core/op";
import { activation } from "./families/elementwise";

export const sparsePlus = activation({
  name: "SparsePlus",
  summary: "A ReLU with a bend in place of the kink, and exactly zero below −1.",
  formula: "y = 0 for x ≤ −1, (x + 1)² / 4 for x < 1, else x",
  source: "https://keras.io/api/layers/activations/#sparseplus-function",
  range: () => positive,
});
