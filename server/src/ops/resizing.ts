import { say } from "../core/message";
import { op, type Sight } from "../core/op";
import { param } from "../core/param";
import { bool, choice } from "../core/types";
import { target } from "./families/image-layer";

export const resizing = op({
  name: "Resizing",
  summary: "Brings images to one size without learning anything.",
  formula: "H' = height, W' = width",
  source: "https://keras.io/api/layers/preprocessing_layers/image_preprocessing/resizing/",
  traits: ["reshape"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    ...target(1),
    interpolation: param(choice("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5"), {
      doc: "How pixels between pixels are found.",
      default: "bilinear",
    }),
    crop_to_aspect_ratio: param(bool, {
      doc: "Whether edges are cut off rather than the image squeezed.",
      default: false,
    }),
    pad_to_aspect_ratio: param(bool, {
      doc: "Whether edges are added rather than the image squeezed.",
      default: false,
    }),
  },
  constraints: { "crop-or-pad": "An image is either cropped or padded to the new shape." },
  infer({ x }, { height, width, crop_to_aspect_ratio, pad_to_aspect_ratio }, must) {
    must(
      "crop-or-pad",
      crop_to_aspect_ratio && pad_to_aspect_ratio ? "no" : "yes",
      { arg: "pad_to_aspect_ratio" },
      say`crop_to_aspect_ratio and pad_to_aspect_ratio exclude each other: only one of them can be true`,
    );
    return { y: { ...x, H: height, W: width } };
  },
  reach({ x }, { height, width, interpolation, crop_to_aspect_ratio, pad_to_aspect_ratio }) {
    const { H, W } = x;
    const isSqueezed = !crop_to_aspect_ratio && !pad_to_aspect_ratio;
    if (!isSqueezed || typeof H !== "number" || typeof W !== "number") return "everything";
    const taps = interpolation === "nearest" ? 1 : 2;
    const enlarged = (from: number, to: number): Sight => ({ kind: "enlarge", factor: to / from, taps });
    return { H: enlarged(H, height), W: enlarged(W, width) };
  },
});
