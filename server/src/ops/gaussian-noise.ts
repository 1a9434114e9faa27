import { param } from "../core/param";
import { number } from "../core/types";
import { elementwise } from "./families/elementwise";

export const gaussianNoise = elementwise({
  name: "GaussianNoise",
  summary: "Adds random numbers while training.",
  formula: "while training y = x + noise of mean 0 and deviation stddev; afterwards y = x",
  source: "https://keras.io/api/layers/regularization_layers/gaussian_noise/",
  params: { stddev: param(number({ min: 0, max: 1 }), { doc: "Standard deviation of the noise." }) },
  chance: {},
});
