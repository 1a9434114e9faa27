import { param } from "../core/param";
import { number } from "../core/types";
import { activation } from "./elementwise";

export const rrelu = activation({
  name: "RReLU",
  summary: "Multiplies negative values by a slope that is drawn at random while training.",
  formula: "y = x for x ≥ 0, else a · x with a from lower to upper",
  params: {
    lower: param(number(), { doc: "Least slope.", default: 1 / 8 }),
    upper: param(number(), { doc: "Largest slope.", default: 1 / 3 }),
  },
});
