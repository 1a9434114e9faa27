import { mul } from "../../core/dim";
import { op, type Sight } from "../../core/op";
import { param } from "../../core/param";
import { choice, int, perAxis } from "../../core/types";
import { type AnyImage, type ImageAxes, nounOf, ones, resized, spatialOf } from "./spatial";

const interpolation = param(choice("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5"), {
  doc: "How pixels between pixels are found; images alone have a choice.",
  default: "nearest",
});

/** Keras' upsampling: a whole number of times, over one, two and three axes. */
export function enlarging<const A extends ImageAxes>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const n = spatial.length;
  return op({
    name,
    summary: `Enlarges ${nounOf(spatial)} a whole number of times without learning anything.`,
    formula: `${spatial[0]}' = ${spatial[0]} · size`,
    source: `https://keras.io/api/layers/reshaping_layers/up_sampling${n}d/`,
    traits: ["reshape"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      size: param(perAxis(int({ min: 1, suggest: [2] }), n), {
        doc: "How many times larger the result is.",
        default: ones(spatial, 2),
      }),
      interpolation,
    },
    infer(inputs, { size }) {
      const y = resized(inputs.x as unknown as AnyImage, spatial, (side, i) => mul(side, size[i]!));
      return { y: y as unknown as typeof inputs.x };
    },
    changesNothing: (_, { size }) => size.every((times) => times === 1),
    reach(_, { size, interpolation }) {
      const taps = interpolation === "nearest" ? 1 : 2;
      return Object.fromEntries(
        spatial.map((axis, i): [string, Sight] => [axis, { kind: "enlarge", factor: size[i]!, taps }]),
      );
    },
  });
}
