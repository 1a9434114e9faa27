import { param } from "../core/param";
import { number } from "../core/types";
import { elementwise } from "./elementwise";

export const hardtanh = elementwise(
  "Hardtanh",
  "Cuts values off below min_val and above max_val.",
  {
    min_val: param(number(), { doc: "Least value.", default: -1 }),
    max_val: param(number(), { doc: "Largest value.", default: 1 }),
  },
  "activation",
);
