import { between } from "../core/op";
import { activation } from "./families/elementwise";

export const sigmoid = activation({
  name: "Sigmoid",
  summary: "Squeezes every value between 0 and 1.",
  formula: "y = 1 / (1 + exp(−x))",
  range: () => between(0, 1),
  scores: "chances",
  saturates: true,
});
