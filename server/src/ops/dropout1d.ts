import { p } from "./dropout";
import { elementwise } from "./elementwise";

export const dropout1d = elementwise("Dropout1d", "Zeroes whole channels of a sequence at random while training.", {
  p,
});
