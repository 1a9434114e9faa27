import { from } from "../core/op";
import { param } from "../core/param";
import { choice } from "../core/types";
import { activation } from "./families/elementwise";

export const gelu = activation({
  name: "GELU",
  summary: "Multiplies every value by the share of a normal distribution below it.",
  formula: "y = x · Φ(x)",
  params: {
    approximate: param(choice("none", "tanh"), { doc: "How the normal distribution is computed.", default: "none" }),
  },
  range: () => from(-0.18),
});
