import { adaptive } from "./families/adaptive";

export const adaptiveMaxPool3d = adaptive("AdaptiveMaxPool3d", "Keeps the largest values of", "N C D H W", "largest");
