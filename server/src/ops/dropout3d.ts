import { p } from "./dropout";
import { elementwise } from "./families/elementwise";

export const dropout3d = elementwise({
  name: "Dropout3d",
  summary: "Zeroes whole channels of a volume at random while training.",
  formula: "while training values are dropped with probability p; afterwards y = x",
  params: { p },
  chance: { loses: "channels" },
});
