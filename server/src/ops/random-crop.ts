import { op } from "../core/op";
import { target } from "./families/image-layer";

export const randomCrop = op({
  name: "RandomCrop",
  summary: "Cuts an image out at a random place; a smaller image is enlarged first.",
  formula: "H' = height, W' = width",
  source: "https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_crop/",
  traits: ["reshape"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: target(0),
  infer: ({ x }, { height, width }) => ({ y: { ...x, H: height, W: width } }),
  // Wherever it is cut out, any pixel may end up at any position.
  reach: () => "everything",
});
