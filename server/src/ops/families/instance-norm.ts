import { type Dim, known, mul, unknown } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { normOf, normParams, normWeights } from "./normalisation";
import { type AnyImage, type ImageAxes, nounOf, spatialOf } from "./spatial";
import { sizesIn } from "./window";

/** Normalisation of every channel of every image by itself, over one, two and three axes. */
export function instanceNorm<const A extends ImageAxes>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const noun = nounOf(spatial);
  return op({
    ...normOf(name),
    summary: `Brings every channel of ${noun} to zero mean and unit variance by itself.`,
    formula: "y = (x − mean) / √(variance + eps) of each channel in each image, · weight + bias if affine",
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      ...normParams,
      affine: { ...normParams.affine, default: false },
      track_running_stats: { ...normParams.track_running_stats, default: false },
    },
    constraints: { "more-than-one-value": "A channel must have more than one value, or nothing of it is left." },
    infer({ x }, { track_running_stats }, must) {
      const sizes = sizesIn(x as unknown as AnyImage, spatial);
      const several = known([mul(...sizes)], (values) => values !== 1);
      const message = say`a channel of ${sizes} has one value, which is its own mean: nothing would be left of it`;
      must("more-than-one-value", track_running_stats ? "yes" : several, "op", message);
      return { y: x };
    },
    // Once trained it takes a mean that was kept, which may be one of larger images.
    averaged: ({ x }, { track_running_stats }) => ({
      values: track_running_stats ? unknown : mul(...sizesIn(x as unknown as AnyImage, spatial)),
    }),
    weights: ({ x }, args) => normWeights((x as unknown as { readonly C: Dim }).C, args),
    // What is kept for evaluation holds for all images; else the mean is that of all places.
    reach: (_, { track_running_stats }) => (track_running_stats ? {} : "everything"),
  });
}
