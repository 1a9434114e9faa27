import { positive } from "../core/op";
import { param } from "../core/param";
import { number } from "../core/types";
import { activation } from "./families/elementwise";

export const squareplus = activation({
  name: "Squareplus",
  summary: "A smooth ReLU without exponentials.",
  formula: "y = (x + √(x² + b)) / 2",
  params: {
    b: param(number(), { doc: "How smooth the bend is.", default: 4 }),
  },
  source: "https://keras.io/api/layers/activations/#squareplus-function",
  range: () => positive,
});
