import { add, type Dim, known, whole } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, optional, perAxis, share } from "../../core/types";
import { type AnyImage, nameOf, nounOf, resized, sides, spatialOf } from "./spatial";

/** Pooling to a wanted size or share of it, by windows whose places are drawn at random. */
export function fractional<const A extends "N C H W" | "N C D H W">(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const n = spatial.length;
  return op({
    name,
    summary: `Keeps the largest value of windows that stand at random places of ${nounOf(spatial)}.`,
    formula: `${spatial[0]}' = output_size, or ⌊${spatial[0]} · output_ratio⌋`,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.nn.${name}.html`,
    traits: ["largest", "pooling"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      kernel_size: param(perAxis(int({ min: 1, suggest: [2, 3] }), n), {
        doc: `${sides(spatial)} of a window.`,
        unit: "px",
      }),
      output_size: param(optional(perAxis(int({ min: 0 }), n)), {
        doc: `${sides(spatial)} of the result.`,
        unit: "px",
      }),
      output_ratio: param(optional(perAxis(share, n)), { doc: "Size of the result as a share of the input's." }),
    },
    constraints: {
      "size-or-factor": "Either the size or its share of the input's must be given, not both.",
      "kernel-fits-input": "The windows must find room, one pixel apart at least.",
    },
    infer(inputs, { kernel_size, output_size, output_ratio }, must) {
      const given = (output_size ? 1 : 0) + (output_ratio ? 1 : 0);
      const message = given
        ? say`output_size and output_ratio are both given, and only one of the two can hold`
        : say`neither output_size nor output_ratio is given, and one of the two is needed`;
      must("size-or-factor", given === 1 ? "yes" : "no", "op", message);
      const y = resized(inputs.x as unknown as AnyImage, spatial, (size, i): Dim => {
        const ratio = output_ratio?.[i];
        const count = output_size?.[i] ?? whole(size, (n) => Math.floor(n * (ratio ?? 1)));
        const kernel = kernel_size[i]!;
        // Of a volume PyTorch wants one pixel more than the windows cover.
        const room = add(count, n === 3 ? kernel : kernel - 1);
        const holds = given === 1 ? known([size, room], (side, needed) => needed <= side) : "maybe";
        const why = say`${count} windows of ${kernel} px do not fit a ${nameOf(spatial[i]!)} of ${size} px: ${count} + ${kernel}${n === 3 ? say`` : say` − 1`} = ${room} px are needed`;
        must("kernel-fits-input", holds, { arg: "kernel_size" }, why);
        return count;
      });
      return { y: y as unknown as typeof inputs.x };
    },
    reach: () => "everything",
  });
}
