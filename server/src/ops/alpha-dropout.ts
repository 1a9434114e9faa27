import { p } from "./dropout";
import { elementwise } from "./elementwise";

export const alphaDropout = elementwise("AlphaDropout", "Dropout that keeps mean and variance, for SELU.", { p });
