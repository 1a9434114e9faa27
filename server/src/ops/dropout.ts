import { param } from "../core/param";
import { number } from "../core/types";
import { elementwise } from "./families/elementwise";

export const p = param(number({ min: 0, max: 1 }), { doc: "Probability of a zero.", default: 0.5 });

export const dropout = elementwise({
  name: "Dropout",
  summary: "Zeroes values at random while training.",
  formula: "while training y = 0 with probability p, else x / (1 − p); afterwards y = x",
  params: { p },
  chance: { loses: "values" },
});
