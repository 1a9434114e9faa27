import { mul } from "../core/dim";
import { op } from "../core/op";
import { param } from "../core/param";
import { choice, int, perAxis } from "../core/types";

export const upSampling2d = op({
  name: "UpSampling2D",
  summary: "Enlarges an image a whole number of times without learning anything.",
  formula: "H' = H · size",
  source: "https://keras.io/api/layers/reshaping_layers/up_sampling2d/",
  traits: ["reshape"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    size: param(perAxis(int({ min: 1, suggest: [2] })), { doc: "How many times higher and wider.", default: [2, 2] }),
    interpolation: param(choice("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5"), {
      doc: "How pixels between pixels are found.",
      default: "nearest",
    }),
  },
  infer: ({ x }, { size: [h = 1, w = 1] }) => ({ y: { ...x, H: mul(x.H, h), W: mul(x.W, w) } }),
  reach: (_, { size: [h = 1, w = 1], interpolation }) => {
    const taps = interpolation === "nearest" ? 1 : 2;
    return { H: { kind: "enlarge", factor: h, taps }, W: { kind: "enlarge", factor: w, taps } };
  },
});
