import { param } from "../core/param";
import { optional } from "../core/types";
import { augmented, factor, filled } from "./families/image-layer";

export const randomZoom = augmented({
  name: "RandomZoom",
  summary: "Enlarges or shrinks what images show by chance while training.",
  formula: "while training y = x zoomed by a random factor, at the same size; afterwards y = x",
  params: {
    height_factor: param(factor(-1, 1), {
      doc: "How much is zoomed out at most along the height; in, where negative.",
    }),
    width_factor: param(optional(factor(-1, 1)), { doc: "The same along the width; null keeps the proportions." }),
    ...filled,
  },
});
