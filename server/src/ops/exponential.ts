import { positive } from "../core/op";
import { activation } from "./families/elementwise";

export const exponential = activation({
  name: "Exponential",
  summary: "The exponential of every value.",
  formula: "y = exp(x)",
  source: "https://keras.io/api/layers/activations/#exponential-function",
  range: () => positive,
});
