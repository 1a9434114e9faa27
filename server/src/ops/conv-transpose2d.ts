import { transposed } from "./families/transposed";

export const convTranspose2d = transposed("ConvTranspose2d", "N C H W");
