import { param } from "../core/param";
import { number } from "../core/types";
import { elementwise } from "./families/elementwise";

export const gaussianDropout = elementwise({
  name: "GaussianDropout",
  summary: "Multiplies by random numbers around 1 while training.",
  formula: "while training y = x · noise of mean 1 and deviation √(rate / (1 − rate)); afterwards y = x",
  source: "https://keras.io/api/layers/regularization_layers/gaussian_dropout/",
  params: {
    rate: param(number({ min: 0, max: 1 }), { doc: "How strong the noise is, as the probability of a zero would be." }),
  },
  chance: {},
});
