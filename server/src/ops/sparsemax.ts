import { between } from "../core/op";
import { activation } from "./families/elementwise";

export const sparsemax = activation({
  name: "Sparsemax",
  summary: "Turns scores along the last axis into shares that add up to 1, the low ones into exactly 0.",
  formula: "y = max(0, x − τ), with τ such that Σ y = 1",
  source: "https://keras.io/api/layers/activations/#sparsemax-function",
  range: () => between(0, 1),
  scores: "shares",
  sharesAlong: () => [-1],
});
