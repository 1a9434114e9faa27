import { globalPool } from "./families/global-pool";

export const globalMaxPooling3d = globalPool(
  "GlobalMaxPooling3D",
  "Keeps the largest value of every channel.",
  "N C D H W",
  "largest",
);
