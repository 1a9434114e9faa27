import { alongAxis } from "./families/along-axis";

export const softmin = alongAxis({
  name: "Softmin",
  summary: "Turns scores along an axis into shares that add up to 1, the least score getting the most.",
  formula: "y = exp(−x) / Σ exp(−x)",
});
