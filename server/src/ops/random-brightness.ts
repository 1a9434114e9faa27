import { param } from "../core/param";
import { listOf, number } from "../core/types";
import { augmented, factor } from "./families/image-layer";

export const randomBrightness = augmented({
  name: "RandomBrightness",
  summary: "Makes images brighter or darker by chance while training.",
  formula: "while training y = x + a random part of the value range; afterwards y = x",
  params: {
    factor: param(factor(-1, 1), { doc: "How much is added at most, as a share of the value range." }),
    value_range: param(listOf(number(), [2]), {
      doc: "The least and the largest value of a pixel.",
      default: [0, 255],
    }),
  },
});
