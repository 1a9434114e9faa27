import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool } from "../../core/types";
import { type AnyImage, type ImageAxes, spatialOf } from "./spatial";

/** One value for each channel. */
export function globalPool<const A extends ImageAxes>(
  name: string,
  summary: string,
  axes: A,
  ...keeps: readonly "largest"[]
) {
  const spatial = spatialOf(axes);
  return op({
    name,
    summary,
    formula: "one value for each channel: [C], or [C, 1, …] with keepdims",
    source: "https://keras.io/api/layers/pooling_layers/",
    traits: [...keeps, "pooling", "reshape"],
    inputs: { x: axes },
    outputs: { y: "N C ..." },
    params: { keepdims: param(bool, { doc: "Whether the axes stay, with size 1.", default: false }) },
    infer(inputs, { keepdims }) {
      const { N, C } = inputs.x as unknown as AnyImage;
      return { y: { N, C, rest: keepdims ? spatial.map(() => 1) : [] } };
    },
    reach: () => "everything",
  });
}
