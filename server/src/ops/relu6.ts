import { between } from "../core/op";
import { activation } from "./families/elementwise";

export const relu6 = activation({
  name: "ReLU6",
  summary: "Cuts values off below 0 and above 6.",
  formula: "y = min(max(x, 0), 6)",
  range: () => between(0, 6),
  keeps: () => between(0, 6),
});
