import { p } from "./dropout";
import { elementwise } from "./elementwise";

export const dropout3d = elementwise("Dropout3d", "Zeroes whole channels of a volume at random while training.", { p });
