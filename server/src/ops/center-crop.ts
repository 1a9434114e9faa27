import { op } from "../core/op";
import { middle, target } from "./families/image-layer";

export const centerCrop = op({
  name: "CenterCrop",
  summary: "Cuts the middle out of an image; a smaller image is enlarged first.",
  formula: "H' = height, W' = width",
  source: "https://keras.io/api/layers/preprocessing_layers/image_preprocessing/center_crop/",
  traits: ["reshape"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: target(0),
  infer: ({ x }, { height, width }) => ({ y: { ...x, H: height, W: width } }),
  reach: ({ x }, size) => middle(x, size),
});
