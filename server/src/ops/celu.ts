import { everything, from, positive } from "../core/op";
import { param } from "../core/param";
import { nonzero } from "../core/types";
import { activation } from "./families/elementwise";

export const celu = activation({
  name: "CELU",
  summary: "Keeps positive values and bends negative ones towards −alpha, without a kink.",
  formula: "y = max(0, x) + min(0, alpha · (exp(x / alpha) − 1))",
  params: {
    alpha: param(nonzero, { doc: "Where the curve below zero ends, as a positive number.", default: 1 }),
  },

  range: ({ alpha }) => (alpha > 0 ? from(-alpha) : everything),
  keeps: () => positive,
});
