import { spell } from "../core/vocabulary";
import { activityRegularization } from "../ops/activity-regularization";
import { categoryEncoding } from "../ops/category-encoding";
import { centerCrop } from "../ops/center-crop";
import { cropping1d } from "../ops/cropping1d";
import { cropping2d } from "../ops/cropping2d";
import { cropping3d } from "../ops/cropping3d";
import { discretization } from "../ops/discretization";
import { gaussianDropout } from "../ops/gaussian-dropout";
import { gaussianNoise } from "../ops/gaussian-noise";
import { masking } from "../ops/masking";
import { normalization } from "../ops/normalization";
import { randomBrightness } from "../ops/random-brightness";
import { randomContrast } from "../ops/random-contrast";
import { randomCrop } from "../ops/random-crop";
import { randomFlip } from "../ops/random-flip";
import { randomRotation } from "../ops/random-rotation";
import { randomTranslation } from "../ops/random-translation";
import { randomZoom } from "../ops/random-zoom";
import { rescaling } from "../ops/rescaling";
import { resizing } from "../ops/resizing";
import { common, ordered, plain } from "./keras-words";

const images = ["bounding_box_format", ...common];
const seeded = { ignores: ["seed", ...common] };
const changed = { layoutBy: "data_format", ignores: ["seed", ...images] } as const;

const toned = { ...changed, order: ["factor", "value_range", "seed", "data_format", ...images] };

/** Where the seed and what fills the gaps stand between an operator's own arguments and the layout. */
const moved = (...own: readonly string[]) =>
  ({
    layoutBy: "data_format",
    ignores: ["seed", "fill_value", ...images],
    order: [...own, "fill_mode", "interpolation", "seed", "fill_value", "data_format", ...images],
  }) as const;

/** What prepares the data, and what acts on it in training alone. */
export const preprocessing = {
  ActivityRegularization: spell(activityRegularization, plain),
  CategoryEncoding: spell(categoryEncoding, { ignores: ["sparse", ...common] }),
  CenterCrop: spell(centerCrop, { layoutBy: "data_format", ignores: images }),
  Cropping1D: spell(cropping1d, ordered),
  Cropping2D: spell(cropping2d, ordered),
  Cropping3D: spell(cropping3d, ordered),
  Discretization: spell(discretization, { ignores: ["sparse", "dtype"] }),
  GaussianDropout: spell(gaussianDropout, seeded),
  GaussianNoise: spell(gaussianNoise, seeded),
  Masking: spell(masking, plain),
  Normalization: spell(normalization, plain),
  RandomBrightness: spell(randomBrightness, toned),
  RandomContrast: spell(randomContrast, { ...toned, ignores: ["value_range", ...changed.ignores] }),
  RandomCrop: spell(randomCrop, { ...changed, order: ["height", "width", "seed", "data_format", ...images] }),
  RandomFlip: spell(randomFlip, { ...changed, order: ["mode", "seed", "data_format", ...images] }),
  RandomRotation: spell(randomRotation, moved("factor")),
  RandomTranslation: spell(randomTranslation, moved("height_factor", "width_factor")),
  RandomZoom: spell(randomZoom, moved("height_factor", "width_factor")),
  Rescaling: spell(rescaling, plain),
  Resizing: spell(resizing, {
    layoutBy: "data_format",
    ignores: ["fill_mode", "fill_value", "antialias", ...images],
    order: [
      ...["height", "width", "interpolation", "crop_to_aspect_ratio", "pad_to_aspect_ratio"],
      ...["fill_mode", "fill_value", "antialias", "data_format", ...images],
    ],
  }),
};
