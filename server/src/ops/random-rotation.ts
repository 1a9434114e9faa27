import { param } from "../core/param";
import { augmented, factor, filled } from "./families/image-layer";

export const randomRotation = augmented({
  name: "RandomRotation",
  summary: "Turns images by a random angle while training.",
  formula: "while training y = x turned by up to factor · 2π; afterwards y = x",
  params: {
    factor: param(factor(-1, 1), { doc: "How far they are turned at most, as a share of a full turn." }),
    ...filled,
  },
});
