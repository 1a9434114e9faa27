import { param } from "../core/param";
import { anything } from "../core/types";
import { augmented } from "./families/image-layer";

export const randomFlip = augmented({
  name: "RandomFlip",
  summary: "Mirrors images by chance while training.",
  formula: "while training y = x or its mirror image; afterwards y = x",
  params: {
    mode: param(anything, {
      doc: "What is swapped: `horizontal` left and right, `vertical` above and below, `horizontal_and_vertical` both.",
      default: "horizontal_and_vertical",
    }),
  },
});
