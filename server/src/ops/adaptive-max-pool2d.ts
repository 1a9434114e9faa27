import { adaptive } from "./families/adaptive";

export const adaptiveMaxPool2d = adaptive("AdaptiveMaxPool2d", "Keeps the largest values of", "N C H W", "largest");
