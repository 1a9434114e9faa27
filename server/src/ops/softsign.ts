import { between } from "../core/op";
import { activation } from "./families/elementwise";

export const softsign = activation({
  name: "Softsign",
  summary: "Squeezes every value between −1 and 1, more slowly than tanh.",
  formula: "y = x / (1 + |x|)",
  range: () => between(-1, 1),
});
