import { add } from "../../core/dim";
import { op, type Sight } from "../../core/op";
import { type ParamType, param } from "../../core/param";
import { int, labelled, perAxis } from "../../core/types";
import { type AnyImage, type ImageAxes, nounOf, resized, spatialOf } from "./spatial";

const pair = perAxis(int({ min: 0, suggest: [1] }), 2);

type Ends = readonly (readonly number[])[];

/** Along a single axis the two ends stand alone, not in a list of one pair. */
const alone: ParamType<Ends> = {
  ...pair,
  read(value) {
    const reading = pair.read(value);
    return reading !== "unknown" && "ok" in reading ? { ok: [reading.ok] } : reading;
  },
  show: ([both]) => pair.show(both!),
};

/** What one number, one for each axis, or one for each end of each axis says of every end. */
export const ends = (axes: number): ParamType<Ends> =>
  axes === 1 ? alone : labelled(perAxis(pair, axes), `integer ≥ 0, or ${axes} of them, or ${axes} pairs`);

/** The same in words, behind what one number alone says. */
export const endsInWords = (axes: number): string =>
  axes === 1 ? "or two numbers: before, after" : `one for each axis; or ${axes} pairs: [before, after] for each axis`;

/** Keras' padding: one number, one for each axis, or one for each end of each axis. */
export function zeroPadding<const A extends ImageAxes>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const n = spatial.length;
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
      padding: param(ends(n), {
        doc: `Border on all sides; ${endsInWords(n)}.`,
        unit: "px",
        default: spatial.map(() => one),
      }),
    },
    infer(inputs, { padding }) {
      const y = resized(inputs.x as unknown as AnyImage, spatial, (size, i) => add(size, ...padding[i]!));
      return { y: y as unknown as typeof inputs.x };
    },
    changesNothing: (_, { padding }) => padding.flat().every((end) => !end),
    reach: (_, { padding }) =>
      Object.fromEntries(
        spatial.map((axis, i): [string, Sight] => [
          axis,
          { kind: "window", kernel: 1, stride: 1, pad: padding[i]![0]! },
        ]),
      ),
  });
}
