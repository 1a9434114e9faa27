import { from } from "../core/op";
import { activation } from "./families/elementwise";

export const selu = activation({
  name: "SELU",
  summary: "A scaled ELU that keeps mean and variance from layer to layer.",
  formula: "y = 1.0507 · (x for x > 0, else 1.6733 · (exp(x) − 1))",
  range: () => from(-1.76),
});
