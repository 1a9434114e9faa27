import { globalPool } from "./families/global-pool";

export const globalAveragePooling3d = globalPool(
  "GlobalAveragePooling3D",
  "Averages every channel to one value.",
  "N C D H W",
);
