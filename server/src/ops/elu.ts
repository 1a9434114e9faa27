import { from, positive } from "../core/op";
import { param } from "../core/param";
import { number } from "../core/types";
import { activation } from "./families/elementwise";

export const elu = activation({
  name: "ELU",
  summary: "Keeps positive values and bends negative ones towards −alpha.",
  formula: "y = x for x > 0, else alpha · (exp(x) − 1)",
  params: {
    alpha: param(number(), { doc: "Where the curve below zero ends, as a positive number.", default: 1 }),
  },

  range: ({ alpha }) => from(Math.min(-alpha, 0)),
  keeps: () => positive,
});
