import { between } from "../core/op";
import { activation } from "./families/elementwise";

export const hardsigmoid = activation({
  name: "Hardsigmoid",
  summary: "A sigmoid of three straight lines.",
  formula: "y = min(max(x + 3, 0), 6) / 6",
  range: () => between(0, 1),
  scores: "chances",
  saturates: true,
});
