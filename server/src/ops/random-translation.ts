import { param } from "../core/param";
import { augmented, factor, filled } from "./families/image-layer";

export const randomTranslation = augmented({
  name: "RandomTranslation",
  summary: "Moves images by a random distance while training.",
  formula: "while training y = x moved by a random part of its size; afterwards y = x",
  params: {
    height_factor: param(factor(-1, 1), { doc: "How far down they are moved at most, as a share of the height." }),
    width_factor: param(factor(-1, 1), {
      doc: "How far to the right they are moved at most, as a share of the width.",
    }),
    ...filled,
  },
});
