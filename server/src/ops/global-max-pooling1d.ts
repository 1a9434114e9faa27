import { globalPool } from "./families/global-pool";

export const globalMaxPooling1d = globalPool(
  "GlobalMaxPooling1D",
  "Keeps the largest value of every channel.",
  "N C L",
  "largest",
);
