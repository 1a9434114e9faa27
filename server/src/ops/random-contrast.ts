import { param } from "../core/param";
import { augmented, factor } from "./families/image-layer";

export const randomContrast = augmented({
  name: "RandomContrast",
  summary: "Strengthens or weakens the contrast of images by chance while training.",
  formula: "while training y = (x − mean) · a random factor + mean; afterwards y = x",
  params: {
    factor: param(factor(0, 1), { doc: "How far the factor may be from 1." }),
  },
});
