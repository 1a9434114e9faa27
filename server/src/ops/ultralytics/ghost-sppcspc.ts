import { ghost } from "./convolve";
import { pyramid } from "./sppcspc";

export const ghostSppcspc = pyramid("GhostSPPCSPC", "SPPCSPC whose convolutions are ghost convolutions.", ghost);
