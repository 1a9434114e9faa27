import type { Truth } from "../core/dim";
import { empty, type Message, say, setting } from "../core/message";
import { choice, either, int, optional, orNull, perAxis } from "../core/types";

export const inplace = { ignores: ["inplace"] };

type MustStride = (
  constraint: "same-needs-stride-one",
  holds: Truth,
  at: { readonly arg: "stride" },
  message: Message,
) => void;

/** What `must` sees of a convolution, over however many axes. */
interface Sliding {
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly padding: unknown;
  readonly dilation: readonly number[];
}

/** What PyTorch stretches over all axes where a list has a single entry. */
const least = (min: number, axes: number, suggest: readonly number[]) => perAxis(int({ min, suggest }), axes, true);
const border = (axes: number) => least(0, axes, [0, 1, 2]);
const apart = (axes: number) => ({ dilation: { type: least(1, axes, []) } });

/** Convolutions: `padding: same` is only for a step of one here, and there is no `causal`. */
export const conv = (axes: number) =>
  ({
    states: { in_channels: "x.C" },
    takes: {
      stride: { type: least(1, axes, [1, 2]) },
      padding: { type: either(border(axes), choice("same", "valid")) },
      ...apart(axes),
    },
    constraints: { "same-needs-stride-one": "PyTorch refuses `padding: same` with a stride above one." },
    must(_: unknown, { kernel_size, stride, padding, dilation }: Sliding, must: MustStride) {
      if (padding !== "same" || stride.every((step) => step === 1)) return;
      const step = stride.every((one) => one === stride[0]) ? stride[0]! : stride;
      const around = kernel_size.map((kernel, i) => (dilation[i]! * (kernel - 1)) / 2);
      const isEven = around.every((pad) => Number.isInteger(pad) && pad === around[0]);
      const instead = isEven ? say`; ${setting("padding", around[0]!)} puts the same border around` : empty;
      must(
        "same-needs-stride-one",
        "no",
        { arg: "stride" },
        say`${setting("padding", "same")} needs a stride of 1, not ${step}${instead}`,
      );
    },
  }) as const;

/** Elsewhere the border is a number. */
const numbered = (axes: number) => ({ padding: { type: border(axes) } });
export const transposed = (axes: number) =>
  ({
    states: { in_channels: "x.C" },
    takes: {
      ...numbered(axes),
      ...apart(axes),
      stride: { type: least(1, axes, [1, 2]) },
      output_padding: { type: optional(least(0, axes, [])) },
    },
    defaults: { output_padding: Array<number>(axes).fill(0) },
  }) as const;
/** Windows of pooling, in which one number in a list stands for all axes as well. */
const slid = (axes: number) =>
  ({
    ...numbered(axes),
    kernel_size: { type: least(1, axes, [2, 3]) },
    stride: { type: orNull(least(1, axes, [2])) },
  }) as const;

export const averaged = (axes: number) =>
  ({
    ignores: axes === 1 ? ["count_include_pad"] : ["count_include_pad", "divisor_override"],
    order: [
      "kernel_size",
      "stride",
      "padding",
      "ceil_mode",
      "count_include_pad",
      ...(axes === 1 ? [] : ["divisor_override"]),
    ],
    takes: slid(axes),
  }) as const;
export const largest = (axes: number) =>
  ({
    ignores: ["return_indices"],
    order: ["kernel_size", "stride", "padding", "dilation", "return_indices", "ceil_mode"],
    takes: { ...slid(axes), ...apart(axes) },
  }) as const;
export const adaptiveLargest = { ignores: ["return_indices"] };
export const grouped = {
  states: { num_channels: "x.C" },
  compares: ({ affine }: { readonly affine: boolean }) => affine,
  order: ["num_groups", "num_channels", "eps", "affine"],
} as const;
/** Where neither a scale is learned nor a mean kept, nothing is made for a number of channels. */
export const norm = {
  states: { num_features: "x.C" },
  compares: ({ affine, track_running_stats }: { readonly affine: boolean; readonly track_running_stats: boolean }) =>
    affine || track_running_stats,
} as const;
export const oneAxis = { words: { dim: "axis" }, takes: { axis: { type: optional(int()) } } } as const;
/** Axes are added in front, the batch or not. */
export const joined = { implied: ["keeps_batch"] };
export const powered = (axes: number) => ({ takes: { stride: slid(axes).stride } });

/** Without those that are only for images smoothed first. */
export const modes = choice("nearest", "linear", "bilinear", "bicubic", "trilinear", "area", "nearest-exact");
export const enlarged = ["mode", "align_corners", "recompute_scale_factor", "antialias"];
export const fractional = { ignores: ["return_indices", "_random_samples"] };
