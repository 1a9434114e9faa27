import { transposed } from "./transposed";

export const convTranspose2d = transposed("ConvTranspose2d", "N C H W");
