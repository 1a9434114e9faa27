import { p } from "./dropout";
import { elementwise } from "./elementwise";

export const dropout2d = elementwise("Dropout2d", "Zeroes whole channels of an image at random while training.", { p });
