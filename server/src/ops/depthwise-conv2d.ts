import { depthwise } from "./families/depthwise";

export const depthwiseConv2d = depthwise("DepthwiseConv2D", "N C H W");
