import { swinBlock } from "./swin-block";
import { swinLayer } from "./swin-layer";

export const swinTransformerBlock = swinBlock(
  "SwinTransformerBlock",
  "Layers of a Swin transformer, behind a convolution where the channels change.",
  swinLayer,
);
