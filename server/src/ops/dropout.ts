import { param } from "../core/param";
import { number } from "../core/types";
import { elementwise } from "./elementwise";

export const dropout = elementwise("Dropout", "Zeroes values at random while training.", {
  p: param(number({ min: 0, max: 1 }), { doc: "Probability of a zero.", default: 0.5 }),
});
