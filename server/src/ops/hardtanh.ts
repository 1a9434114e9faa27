import { between, op } from "../core/op";
import { param } from "../core/param";
import { number } from "../core/types";
import { boundsInOrder, mustAscend } from "./families/bounds";
import { activation } from "./families/elementwise";

const bent = activation({
  name: "Hardtanh",
  summary: "Cuts values off below min_val and above max_val.",
  formula: "y = min(max(x, min_val), max_val)",
  params: {
    min_val: param(number(), { doc: "Least value.", default: -1 }),
    max_val: param(number(), { doc: "Largest value.", default: 1 }),
  },
  range: ({ min_val, max_val }) => between(min_val, max_val),
  keeps: ({ min_val, max_val }) => between(min_val, max_val),
});

export const hardtanh = op({
  ...bent,
  constraints: boundsInOrder,
  infer({ x }, { min_val, max_val }, must) {
    const [least, most] = [
      { name: "min_val", value: min_val },
      { name: "max_val", value: max_val },
    ];
    mustAscend(least, most, min_val < max_val, { arg: "min_val" }, must);
    return { y: x };
  },
});
