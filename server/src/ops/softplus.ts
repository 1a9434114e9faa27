import { negative, positive } from "../core/op";
import { param } from "../core/param";
import { number } from "../core/types";
import { activation } from "./families/elementwise";

export const softplus = activation({
  name: "Softplus",
  summary: "A smooth ReLU.",
  formula: "y = log(1 + exp(beta · x)) / beta",
  params: {
    beta: param(number(), { doc: "How sharp the bend is.", default: 1 }),
    threshold: param(number(), { doc: "Above it the value stays as it is.", default: 20 }),
  },
  range: ({ beta }) => (beta > 0 ? positive : negative),
});
