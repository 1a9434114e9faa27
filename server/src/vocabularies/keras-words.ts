import type { Truth } from "../core/dim";
import { empty, type Message, say } from "../core/message";
import { anyCase, choice, int, number, optional, perAxis } from "../core/types";

/** What the constructors of all layers take and no shape depends on. */
export const common = ["trainable", "dtype"];

/** How each kind of weight is made, kept small and kept in bounds: nothing that a shape depends on. */
export const care = (...weights: readonly string[]): readonly string[] => [
  ...weights.flatMap((weight) => [`${weight}_initializer`, `${weight}_regularizer`, `${weight}_constraint`]),
  "activity_regularizer",
  ...common,
];
export const learned = care("kernel", "bias");

export const plain = { ignores: common };
export const normalised = {
  ignores: [
    ...["initializer", "regularizer", "constraint"].flatMap((care) => [`beta_${care}`, `gamma_${care}`]),
    ...common,
  ],
};
/** The batch stays where it is, and is not counted. */
export const batched = { ...plain, defaults: { keeps_batch: true }, implied: ["keeps_batch"] } as const;
/** Axes are added behind the batch. */
export const joined = batched;
export const ordered = { layoutBy: "data_format", ignores: common } as const;

const words = { strides: "stride", dilation_rate: "dilation", use_bias: "bias" } as const;
const padded = (...also: readonly "causal"[]) =>
  ({
    type: anyCase(choice("valid", "same", ...also)),
    doc: "`valid` adds nothing at the edge, `same` adds what keeps the size at a step of 1.",
  }) as const;

type MustStep = (
  constraint: "stride-or-dilation-is-one",
  holds: Truth,
  at: { readonly arg: "dilation" },
  message: Message,
) => void;

interface Sliding {
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
}

/** Filters are either moved in steps or pulled apart. */
const sliding = {
  constraints: { "stride-or-dilation-is-one": "Keras refuses strides above one together with a dilation above one." },
  must(_: unknown, { stride, dilation }: Sliding, must: MustStep) {
    const [step, apart] = [Math.max(...stride), Math.max(...dilation)];
    const both = step > 1 && apart > 1;
    const message = both
      ? say`strides of ${step} and a dilation_rate of ${apart} exclude each other: one of them must be 1`
      : empty;
    must("stride-or-dilation-is-one", both ? "no" : "yes", { arg: "dilation" }, message);
  },
};

export const convolved = (...also: readonly "causal"[]) =>
  ({
    words: { filters: "out_channels", ...words },
    defaults: { padding: "valid" },
    takes: { padding: padded(...also) },
    implied: ["padding_mode"],
    layoutBy: "data_format",
    applies: ["activation"],
    ignores: learned,
    order: [
      ...["filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate", "groups"],
      ...["activation", "use_bias", ...learned],
    ],
    ...sliding,
  }) as const;

type MustTranspose = (
  constraint: "stride-or-dilation-is-one" | "output-padding-below-strides",
  holds: Truth,
  at: { readonly arg: "dilation" | "output_padding" },
  message: Message,
) => void;

export const transposed = {
  ...convolved(),
  takes: { padding: { ...padded(), doc: "`valid` cuts nothing off, `same` gives the size times the strides." } },
  implied: ["groups", "padding_mode"],
  order: [
    ...["filters", "kernel_size", "strides", "padding", "output_padding", "data_format", "dilation_rate"],
    ...["activation", "use_bias", ...learned],
  ],
  constraints: {
    ...sliding.constraints,
    "output-padding-below-strides":
      "Keras refuses an output_padding that is not below the strides, whatever the dilation.",
  },
  must(
    inputs: unknown,
    args: Sliding & { readonly output_padding: readonly number[] | undefined },
    must: MustTranspose,
  ) {
    sliding.must(inputs, args, must);
    // Where it is not below the dilation either, the operator itself refuses it.
    const wrong =
      args.output_padding?.findIndex((extra, i) => extra >= args.stride[i]! && extra < args.dilation[i]!) ?? -1;
    const message = say`output_padding is ${args.output_padding?.[wrong] ?? 0}, but must be smaller than strides, which is ${args.stride[wrong] ?? 1}`;
    must("output-padding-below-strides", wrong < 0 ? "yes" : "no", { arg: "output_padding" }, message);
  },
} as const;

const apart = (...weights: readonly string[]) =>
  ({
    takes: { padding: padded() },
    layoutBy: "data_format",
    applies: ["activation"],
    ignores: care(...weights),
    ...sliding,
  }) as const;
export const depthwise = {
  ...apart("depthwise", "bias"),
  words,
  order: [
    ...[
      "kernel_size",
      "strides",
      "padding",
      "depth_multiplier",
      "data_format",
      "dilation_rate",
      "activation",
      "use_bias",
    ],
    ...care("depthwise", "bias"),
  ],
} as const;
export const separable = {
  ...apart("depthwise", "pointwise", "bias"),
  words: { filters: "out_channels", ...words },
  order: [
    ...["filters", "kernel_size", "strides", "padding", "data_format", "dilation_rate", "depth_multiplier"],
    ...["activation", "use_bias", ...care("depthwise", "pointwise", "bias")],
  ],
} as const;

export const averaged = (axes: number) =>
  ({
    words: { pool_size: "kernel_size", strides: "stride" },
    defaults: { padding: "valid" },
    takes: { padding: padded(), stride: { type: optional(perAxis(int({ min: 1 }), axes)) } },
    implied: ["ceil_mode"],
    layoutBy: "data_format",
    ignores: common,
  }) as const;
export const largest = (axes: number) =>
  ({
    ...averaged(axes),
    defaults: { padding: "valid", kernel_size: Array<number>(axes).fill(2) },
    implied: ["dilation", "ceil_mode"],
  }) as const;
export const adapted = (axes: number) =>
  ({ ...ordered, takes: { output_size: { type: perAxis(int({ min: 1, suggest: [1, 7] }), axes) } } }) as const;

/** Keras wants to be told how much. */
const rate = { words: { rate: "p" }, takes: { p: { default: undefined } } } as const;
export const dropped = { ...rate, ignores: ["noise_shape", "seed", ...common] } as const;
export const droppedWhole = { ...rate, layoutBy: "data_format", ignores: ["seed", ...common] } as const;
export const slope = { takes: { negative_slope: { type: number({ min: 0 }), default: 0.3 } } };
