import { from } from "../core/op";
import { activation } from "./families/elementwise";

export const silu = activation({
  name: "SiLU",
  summary: "Multiplies every value by its sigmoid.",
  formula: "y = x / (1 + exp(−x))",
  range: () => from(-0.28),
});
