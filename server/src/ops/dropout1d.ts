import { p } from "./dropout";
import { elementwise } from "./elementwise";

export const dropout1d = elementwise({
  name: "Dropout1d",
  summary: "Zeroes whole channels of a sequence at random while training.",
  formula: "while training values are dropped with probability p; afterwards y = x",
  params: { p },
});
