import { between } from "../core/op";
import { activation } from "./families/elementwise";

export const tanh = activation({
  name: "Tanh",
  summary: "Squeezes every value between −1 and 1.",
  formula: "y = (exp(x) − exp(−x)) / (exp(x) + exp(−x))",
  range: () => between(-1, 1),
  saturates: true,
});
