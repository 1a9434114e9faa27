import { param } from "../core/param";
import { number } from "../core/types";
import { activation } from "./families/elementwise";

export const softshrink = activation({
  name: "Softshrink",
  summary: "Moves every value towards zero, those near it to zero.",
  formula: "y = x − lambd for x > lambd, x + lambd for x < −lambd, else 0",
  params: {
    lambd: param(number({ min: 0 }), { doc: "How far values are moved.", default: 0.5 }),
  },
});
