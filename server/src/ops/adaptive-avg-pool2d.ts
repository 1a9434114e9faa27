import { adaptive } from "./families/adaptive";

export const adaptiveAvgPool2d = adaptive("AdaptiveAvgPool2d", "Averages over", "N C H W");
