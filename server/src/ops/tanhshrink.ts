import { activation } from "./families/elementwise";

export const tanhshrink = activation({
  name: "Tanhshrink",
  summary: "What tanh takes away from a value.",
  formula: "y = x − tanh(x)",
});
