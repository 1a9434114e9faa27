import { param } from "../core/param";
import { number } from "../core/types";
import { activation } from "./elementwise";

export const hardtanh = activation({
  name: "Hardtanh",
  summary: "Cuts values off below min_val and above max_val.",
  formula: "y = min(max(x, min_val), max_val)",
  params: {
    min_val: param(number(), { doc: "Least value.", default: -1 }),
    max_val: param(number(), { doc: "Largest value.", default: 1 }),
  },
});
