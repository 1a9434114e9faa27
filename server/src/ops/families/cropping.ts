import { add, atLeast } from "../../core/dim";
import { empty, say } from "../../core/message";
import { op, type Sight } from "../../core/op";
import { param } from "../../core/param";
import { type AnyImage, type ImageAxes, nameOf, nounOf, resized, spatialOf } from "./spatial";
import { ends, endsInWords } from "./zero-padding";

/** Keras' cropping: one number, one for each axis, or one for each end of each axis. */
export function cropping<const A extends ImageAxes>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const n = spatial.length;
  // Keras' own defaults: over two axes nothing is cut off.
  const usual: readonly number[] = n === 2 ? [0, 0] : [1, 1];
  return op({
    name,
    summary: `Cuts the edges off ${nounOf(spatial)}.`,
    formula: `${spatial[0]}' = ${spatial[0]} − cut off before − cut off after`,
    source: `https://keras.io/api/layers/reshaping_layers/cropping${n}d/`,
    traits: ["reshape"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      cropping: param(ends(n), {
        doc: `What is cut off on all sides; ${endsInWords(n)}.`,
        unit: "px",
        default: spatial.map(() => usual),
      }),
    },
    constraints: { "something-remains": "Not everything may be cut off." },
    infer(inputs, { cropping }, must) {
      const y = resized(inputs.x as unknown as AnyImage, spatial, (size, i) => {
        const [before, after] = cropping[i]! as readonly [number, number];
        const result = add(size, -before - after);
        const holds = atLeast(result, 1);
        const message =
          holds === "no"
            ? say`nothing remains of a ${nameOf(spatial[i]!)} of ${size} px: ${size} − ${before} − ${after} = ${result}; ${add(size, -1)} px is the most that can be cut off`
            : empty;
        must("something-remains", holds, { arg: "cropping" }, message);
        return result;
      });
      return { y: y as unknown as typeof inputs.x };
    },
    changesNothing: (_, { cropping }) => cropping.flat().every((end) => !end),
    reach: (_, { cropping }) =>
      Object.fromEntries(
        spatial.map((axis, i): [string, Sight] => [
          axis,
          { kind: "window", kernel: 1, stride: 1, pad: -cropping[i]![0]! },
        ]),
      ),
  });
}
