import { param } from "../core/param";
import { number } from "../core/types";
import { elementwise } from "./families/elementwise";

export const masking = elementwise({
  name: "Masking",
  summary: "Lets what follows pass over the steps of a sequence that hold one value alone.",
  formula: "y = x, and 0 at the steps that are passed over",
  source: "https://keras.io/api/layers/core_layers/masking/",
  params: { mask_value: param(number(), { doc: "The value of a step that is passed over.", default: 0 }) },
});
