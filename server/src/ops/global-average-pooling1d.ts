import { globalPool } from "./families/global-pool";

export const globalAveragePooling1d = globalPool(
  "GlobalAveragePooling1D",
  "Averages every channel to one value.",
  "N C L",
);
