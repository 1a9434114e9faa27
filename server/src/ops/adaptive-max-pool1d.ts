import { adaptive } from "./families/adaptive";

export const adaptiveMaxPool1d = adaptive("AdaptiveMaxPool1d", "Keeps the largest values of", "N C L", "largest");
