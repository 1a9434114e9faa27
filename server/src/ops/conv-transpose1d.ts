import { transposed } from "./transposed";

export const convTranspose1d = transposed("ConvTranspose1d", "N C L");
