import { add } from "../core/dim";
import { op, type Sight } from "../core/op";
import { param } from "../core/param";
import { int, labelled, perAxis } from "../core/types";
import { type AnyImage, type ImageAxes, nounOf, resized, spatialOf } from "./spatial";

const pair = perAxis(int({ min: 0, suggest: [1] }), 2);

/** Keras' padding: one number, one for each axis, or one for each end of each axis. */
export function zeroPadding<const A extends ImageAxes>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const n = spatial.length;
  const takes = n === 1 ? "integer ≥ 0, or 2 of them" : `integer ≥ 0, or ${n} of them, or ${n} pairs`;
  const ends = n === 1 ? "two numbers: before, after" : `${n} pairs: [before, after] for each axis`;
  const one: readonly number[] = [1, 1];
  return op({
    name,
    summary: `Puts a border of zeros around ${nounOf(spatial)}.`,
    formula: `${spatial[0]}' = ${spatial[0]} + border before + border after`,
    source: `https://keras.io/api/layers/reshaping_layers/zero_padding${n}d/`,
    traits: ["reshape"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      padding: param(labelled(perAxis(pair, n), takes), {
        doc: `Border on all sides; ${n === 1 ? "" : "one for each axis; "}or ${ends}.`,
        unit: "px",
        default: spatial.map(() => one),
      }),
    },
    infer(inputs, { padding }) {
      const y = resized(inputs.x as unknown as AnyImage, spatial, (size, i) => add(size, ...padding[i]!));
      return { y: y as unknown as typeof inputs.x };
    },
    reach: (_, { padding }) =>
      Object.fromEntries(
        spatial.map((axis, i): [string, Sight] => [
          axis,
          { kind: "window", kernel: 1, stride: 1, pad: padding[i]![0]! },
        ]),
      ),
  });
}
