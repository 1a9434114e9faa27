import { adaptive } from "./families/adaptive";

export const adaptiveAvgPool3d = adaptive("AdaptiveAvgPool3d", "Averages over", "N C D H W");
