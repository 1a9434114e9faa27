import { separable } from "./families/separable";

export const separableConv2d = separable("SeparableConv2D", "N C H W");
