import { param } from "../core/param";
import { number } from "../core/types";
import { activation } from "./families/elementwise";

export const hardshrink = activation({
  name: "Hardshrink",
  summary: "Replaces values near zero by zero.",
  formula: "y = x where |x| > lambd, else 0",
  params: {
    lambd: param(number(), { doc: "Half the width of the stretch that becomes zero.", default: 0.5 }),
  },
});
