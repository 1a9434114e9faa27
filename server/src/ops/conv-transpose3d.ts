import { transposed } from "./families/transposed";

export const convTranspose3d = transposed("ConvTranspose3d", "N C D H W");
