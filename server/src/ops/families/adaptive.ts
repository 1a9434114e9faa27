import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, optional, perAxis } from "../../core/types";
import { type AnyImage, type ImageAxes, resized, sides, spatialOf } from "./spatial";

/** Pooling to a wanted size, over one, two and three axes. */
export function adaptive<const A extends ImageAxes>(
  name: string,
  does: string,
  axes: A,
  ...keeps: readonly "largest"[]
) {
  const spatial = spatialOf(axes);
  const one = int({ min: 0, suggest: [1, 7] });
  return op({
    name,
    summary: `${does} as many windows as give the wanted size.`,
    formula: `${spatial[0]}' = output_size; window i reads from ⌊i·${spatial[0]} / output_size⌋ up to ⌈(i + 1)·${spatial[0]} / output_size⌉`,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.nn.${name}.html`,
    traits: [...keeps, "pooling"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      output_size: param(perAxis(spatial.length === 1 ? one : optional(one), spatial.length), {
        doc: `${sides(spatial)} of the result${spatial.length === 1 ? "" : "; null in the place of one keeps it"}.`,
        unit: "px",
      }),
    },
    infer(inputs, { output_size }) {
      const x = inputs.x as unknown as AnyImage;
      return { y: resized(x, spatial, (side, i) => output_size[i] ?? side) as unknown as typeof inputs.x };
    },
    reach: () => "everything",
  });
}
