import { alongAxis } from "./families/along-axis";

export const softmax = alongAxis({
  name: "Softmax",
  summary: "Turns scores along an axis into shares that add up to 1.",
  formula: "y = exp(x) / Σ exp(x)",
});
