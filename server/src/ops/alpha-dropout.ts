import { p } from "./dropout";
import { elementwise } from "./families/elementwise";

export const alphaDropout = elementwise({
  name: "AlphaDropout",
  summary: "Dropout that keeps mean and variance, for use with SELU.",
  formula: "while training values are dropped with probability p; afterwards y = x",
  params: { p },
  chance: { loses: "values", keepsVariance: true },
});
