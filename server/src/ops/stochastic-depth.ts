import { param } from "../core/param";
import { choice } from "../core/types";
import { p } from "./dropout";
import { elementwise } from "./families/elementwise";

export const stochasticDepth = elementwise({
  name: "StochasticDepth",
  summary: "Zeroes whole branches at random while training, so that a residual block is passed by.",
  formula: "while training y = 0 with probability p, else x / (1 − p); afterwards y = x",
  source: "https://docs.pytorch.org/vision/stable/generated/torchvision.ops.StochasticDepth.html",
  params: {
    p: param(p.type, { doc: p.doc }),
    mode: param(choice("batch", "row"), { doc: "Whether the whole batch is zeroed, or each image by itself." }),
  },
  chance: { loses: "branches" },
});
