import { adaptive } from "./families/adaptive";

export const adaptiveAvgPool1d = adaptive("AdaptiveAvgPool1d", "Averages over", "N C L");
