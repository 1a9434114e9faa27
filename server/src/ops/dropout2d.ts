import { p } from "./dropout";
import { elementwise } from "./families/elementwise";

export const dropout2d = elementwise({
  name: "Dropout2d",
  summary: "Zeroes whole channels of an image at random while training.",
  formula: "while training values are dropped with probability p; afterwards y = x",
  params: { p },
  chance: { loses: "channels" },
});
