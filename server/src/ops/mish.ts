import { from } from "../core/op";
import { activation } from "./families/elementwise";

export const mish = activation({
  name: "Mish",
  summary: "Multiplies every value by the tanh of its softplus.",
  formula: "y = x · tanh(log(1 + exp(x)))",
  range: () => from(-0.31),
});
