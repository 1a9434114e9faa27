import { add, atLeast, type Dim, floorDiv, mul } from "../core/dim";
import { say } from "../core/message";
import { op, type Sight, weight } from "../core/op";
import { param } from "../core/param";
import { bool, choice, either, int, optional, perAxis, size } from "../core/types";
import { groupsDivide } from "./groups";
import { type AnyImage, type ImageAxes, ones, resized, sides, spatialOf } from "./spatial";
import { sizesIn } from "./window";

type Cut = readonly number[] | "same" | "valid";

/** The size of one axis, and what is cut off in front. Keras counts from `same` and `valid`, PyTorch from numbers. */
function stamped(
  size: Dim,
  kernel: number,
  stride: number,
  padding: number | "same" | "valid",
  extra: number | undefined,
) {
  if (typeof padding === "number")
    return { size: add(mul(add(size, -1), stride), kernel + (extra ?? 0) - 2 * padding), pad: padding };
  if (extra !== undefined) {
    const pad = padding === "same" ? Math.floor(kernel / 2) : 0;
    return { size: add(mul(add(size, -1), stride), kernel - 2 * pad + extra), pad };
  }
  if (padding === "same") return { size: mul(size, stride), pad: Math.max(0, Math.floor((kernel - stride) / 2)) };
  return { size: add(mul(size, stride), Math.max(kernel - stride, 0)), pad: 0 };
}

const along = (padding: Cut, i: number): number | "same" | "valid" =>
  typeof padding === "string" ? padding : padding[i]!;

/** Transposed convolutions over one, two and three axes. */
export function transposed<const A extends ImageAxes>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const n = spatial.length;
  return op({
    name,
    summary: "Enlarges an image: every pixel stamps a learned filter, `stride` apart.",
    formula: `${spatial[0]}' = (${spatial[0]} − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1`,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose${n}d.html`,
    traits: ["convolution"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      out_channels: param(size({ suggest: [16, 32, 64, 128] }), { doc: "Number of filters.", unit: "channels" }),
      kernel_size: param(perAxis(int({ min: 1, suggest: [2, 4] }), n), {
        doc: `${sides(spatial)} of a filter.`,
        unit: "px",
      }),
      stride: param(perAxis(int({ min: 1, suggest: [2] }), n), {
        doc: "Step between two stamps.",
        unit: "px",
        default: ones(spatial, 1),
      }),
      padding: param(either(perAxis(int({ min: 0 }), n), choice("same", "valid")), {
        doc: "Border cut off on every side.",
        unit: "px",
        default: ones(spatial, 0) as Cut,
      }),
      output_padding: param(optional(perAxis(int({ min: 0 }), n)), {
        doc: "Rows and columns added at the end.",
        unit: "px",
      }),
      groups: param(int({ min: 1 }), { doc: "Blocks of channels convolved apart.", default: 1 }),
      bias: param(bool, { doc: "Whether each filter adds a learned constant.", default: true }),
      dilation: param(perAxis(int({ min: 1 }), n), {
        doc: "Distance between two taps of a filter.",
        unit: "px",
        default: ones(spatial, 1),
      }),
    },
    constraints: {
      "groups-divide-channels": "Input and output channels must both be multiples of `groups`.",
      "output-padding-below-step": "`output_padding` must be smaller than the stride or the dilation.",
      "something-remains": "Not everything may be cut off.",
    },

    infer(inputs, { out_channels, kernel_size, stride, padding, output_padding, groups, dilation }, must) {
      const x = inputs.x as unknown as AnyImage;
      groupsDivide(x.C, out_channels as Dim, groups, must);
      const y = resized({ ...x, C: out_channels as Dim }, spatial, (side, i) => {
        const [s, d, extra] = [stride[i]!, dilation[i]!, output_padding?.[i]];
        const message = say`${extra ?? 0} rows or columns are added at the end, which must be fewer than the step of ${Math.max(s, d)}`;
        must(
          "output-padding-below-step",
          (extra ?? 0) < Math.max(s, d) ? "yes" : "no",
          { arg: "output_padding" },
          message,
        );
        const result = stamped(side, d * (kernel_size[i]! - 1) + 1, s, along(padding as Cut, i), extra);
        must(
          "something-remains",
          atLeast(result.size, 1),
          { arg: "padding" },
          say`nothing remains: ${result.size} px of an image of ${side} px`,
        );
        return result.size;
      });
      return { y: y as unknown as typeof inputs.x };
    },

    weights(inputs, { out_channels, kernel_size, groups, bias }) {
      const { C } = inputs.x as unknown as AnyImage;
      const filters = weight("weight", [C, floorDiv(out_channels as Dim, groups), ...kernel_size]);
      return bias ? [filters, weight("bias", [out_channels as Dim])] : [filters];
    },

    /** Every position of the input meets every weight of its filters once. */
    macs(inputs, { out_channels, kernel_size, groups }) {
      const x = inputs.x as unknown as AnyImage;
      return mul(x.C, ...sizesIn(x, spatial), floorDiv(out_channels as Dim, groups), ...kernel_size);
    },

    reach(_, { kernel_size, stride, dilation, padding, output_padding }) {
      return Object.fromEntries(
        spatial.map((axis, i): [string, Sight] => {
          const kernel = dilation[i]! * (kernel_size[i]! - 1) + 1;
          const { pad } = stamped(1, kernel, stride[i]!, along(padding as Cut, i), output_padding?.[i]);
          return [axis, { kind: "stamp", kernel, stride: stride[i]!, pad }];
        }),
      );
    },
  });
}
