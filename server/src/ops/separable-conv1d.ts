import { separable } from "./families/separable";

export const separableConv1d = separable("SeparableConv1D", "N C L");
