import { globalPool } from "./families/global-pool";

export const globalAveragePooling2d = globalPool(
  "GlobalAveragePooling2D",
  "Averages every channel to one value.",
  "N C H W",
);
