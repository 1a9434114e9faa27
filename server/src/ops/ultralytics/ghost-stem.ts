import { ghost } from "./convolve";
import { stemOf } from "./stem";

export const ghostStem = stemOf("GhostStem", "Stem whose convolutions are ghost convolutions.", ghost);
