import { op, positive } from "../core/op";
import { param } from "../core/param";
import { number } from "../core/types";
import { boundsInOrder, mustAscend } from "./families/bounds";
import { activation } from "./families/elementwise";

const bent = activation({
  name: "RReLU",
  summary: "Multiplies negative values by a slope that is drawn at random while training.",
  formula: "y = x for x ≥ 0, else a · x with a from lower to upper",
  params: {
    lower: param(number(), { doc: "Least slope.", default: 1 / 8 }),
    upper: param(number(), { doc: "Largest slope.", default: 1 / 3 }),
  },
  keeps: () => positive,
});

export const rrelu = op({
  ...bent,
  constraints: boundsInOrder,
  infer({ x }, { lower, upper }, must) {
    const [least, most] = [
      { name: "lower", value: lower },
      { name: "upper", value: upper },
    ];
    mustAscend(least, most, lower <= upper, { arg: "lower" }, must);
    return { y: x };
  },
});
