import { from } from "../core/op";
import { activation } from "./families/elementwise";

export const hardswish = activation({
  name: "Hardswish",
  summary: "Multiplies every value by a sigmoid of three straight lines.",
  formula: "y = x · min(max(x + 3, 0), 6) / 6",
  range: () => from(-0.375),
});
