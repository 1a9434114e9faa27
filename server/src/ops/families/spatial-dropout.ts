import { op } from "../../core/op";
import { p } from "../dropout";
import { type ImageAxes, nounOf, spatialOf } from "./spatial";

/** Dropout of whole channels, which takes one number of axes alone. */
export function spatialDropout<const A extends ImageAxes>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  return op({
    name,
    summary: `Zeroes whole channels of ${nounOf(spatial)} at random while training.`,
    formula: "while training channels are dropped with probability rate; afterwards y = x",
    source: `https://keras.io/api/layers/regularization_layers/spatial_dropout${spatial.length}d/`,
    inputs: { x: axes },
    outputs: { y: axes },
    params: { p },
    infer: ({ x }) => ({ y: x }),
    chance: { loses: "channels" },
  });
}
