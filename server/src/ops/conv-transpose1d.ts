import { transposed } from "./families/transposed";

export const convTranspose1d = transposed("ConvTranspose1d", "N C L");
