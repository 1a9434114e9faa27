import { depthwise } from "./families/depthwise";

export const depthwiseConv1d = depthwise("DepthwiseConv1D", "N C L");
