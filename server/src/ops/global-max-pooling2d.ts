import { globalPool } from "./families/global-pool";

export const globalMaxPooling2d = globalPool(
  "GlobalMaxPooling2D",
  "Keeps the largest value of every channel.",
  "N C H W",
  "largest",
);
