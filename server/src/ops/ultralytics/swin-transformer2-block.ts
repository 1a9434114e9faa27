import { swinBlock } from "./swin-block";
import { swin2Layer } from "./swin-layer";

export const swinTransformer2Block = swinBlock(
  "SwinTransformer2Block",
  "Layers of the second Swin transformer, behind a convolution where the channels change.",
  swin2Layer,
);
