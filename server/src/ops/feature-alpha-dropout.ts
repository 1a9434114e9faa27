import { p } from "./dropout";
import { elementwise } from "./families/elementwise";

export const featureAlphaDropout = elementwise({
  name: "FeatureAlphaDropout",
  summary: "Dropout of whole channels that keeps mean and variance, for use with SELU.",
  formula: "while training values are dropped with probability p; afterwards y = x",
  params: { p },
  chance: { loses: "channels", keepsVariance: true },
});
