import { add, atLeast, type Dim, floorDiv, mul } from "../../core/dim";
import { empty, type Message, say } from "../../core/message";
import { op, type Sight, weight } from "../../core/op";
import { param } from "../../core/param";
import { choice, either, int, optional, perAxis } from "../../core/types";
import { filters } from "./convolution";
import { groupsDivide } from "./groups";
import { type AnyImage, type ImageAxes, nounOf, ones, resized, spatialOf } from "./spatial";
import { alongAxes } from "./unfolding";
import { sizesIn } from "./window";

type Cut = readonly number[] | "same" | "valid";

/** What is stamped along one axis: how long a stamp is, how far apart they stand, what is cut off and added. */
interface Stamp {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number | "same" | "valid";
  readonly extra: number | undefined;
}

/** The size of one axis, and what is cut off in front. Keras counts from `same` and `valid`, PyTorch from numbers. */
function stamped(size: Dim, { kernel, stride, padding, extra }: Stamp): { readonly size: Dim; readonly pad: number } {
  const all = (cut: number): Dim => add(mul(add(size, -1), stride), kernel + (extra ?? 0) - 2 * cut);
  if (typeof padding === "number") return { size: all(padding), pad: padding };
  if (extra !== undefined) {
    const pad = padding === "same" ? Math.floor(kernel / 2) : 0;
    return { size: all(pad), pad };
  }
  if (padding === "same") return { size: mul(size, stride), pad: Math.max(0, Math.floor((kernel - stride) / 2)) };
  return { size: add(mul(size, stride), Math.max(kernel - stride, 0)), pad: 0 };
}

/** Only a size that is a number can leave nothing. */
function nothingLeft(from: number, left: number, { kernel, stride, padding, extra = 0 }: Stamp): Message {
  const more = extra ? say` + ${extra}` : empty;
  const whole = (from - 1) * stride + kernel + extra;
  const cut = typeof padding === "number" ? padding : Math.floor(kernel / 2);
  const most = Math.floor((whole - 1) / 2);
  return say`nothing remains of ${from} px: (${from} − 1)·${stride} + ${kernel}${more} − 2·${cut} = ${left}; a padding of ${most} is the most that leaves something`;
}

/** `(14 − 1)·2 + 4 − 2·1 = 28`. */
function unstamped(size: Dim, stamp: Stamp, result: Dim): Message {
  const { kernel, stride, padding, extra } = stamp;
  if (padding === "same" && extra === undefined) return say`${size}·${stride} = ${result}`;
  if (padding === "valid" && extra === undefined)
    return say`${size}·${stride} + ${Math.max(kernel - stride, 0)} = ${result}`;
  const more = extra ? say` + ${extra}` : empty;
  return say`(${size} − 1)·${stride} + ${kernel}${more} − 2·${stamped(size, stamp).pad} = ${result}`;
}

/** Transposed convolutions over one, two and three axes. */
export function transposed<const A extends ImageAxes>(name: string, axes: A) {
  const spatial = spatialOf(axes);
  const n = spatial.length;
  const { out_channels, kernel_size, stride, dilation, bias } = filters(spatial);
  const stampOf = (i: number, args: Settings): Stamp => ({
    kernel: args.dilation[i]! * (args.kernel_size[i]! - 1) + 1,
    stride: args.stride[i]!,
    padding: typeof args.padding === "string" ? args.padding : args.padding[i]!,
    extra: args.output_padding?.[i],
  });
  return op({
    name,
    summary: `Enlarges ${nounOf(spatial)}: every position stamps a learned filter, \`stride\` apart.`,
    formula: `${spatial[0]}' = (${spatial[0]} − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1`,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose${n}d.html`,
    traits: ["convolution"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      out_channels,
      kernel_size,
      stride: { ...stride, doc: "Step from one stamp to the next." },
      padding: param(either(perAxis(int({ min: 0 }), n), choice("same", "valid")), {
        doc: "Border cut off on every side.",
        unit: "px",
        default: ones(spatial, 0) as Cut,
      }),
      output_padding: param(optional(perAxis(int({ min: 0 }), n)), {
        doc: "Added at the end of every axis.",
        unit: "px",
      }),
      groups: param(int({ min: 1 }), { doc: "Blocks of channels convolved apart.", default: 1 }),
      bias,
      dilation,
      padding_mode: param(choice("zeros"), { doc: "What the border is made of: always of zeros.", default: "zeros" }),
    },
    constraints: {
      "groups-divide-channels": "Input and output channels must both be multiples of `groups`.",
      "output-padding-below-step": "`output_padding` must be smaller than the stride or the dilation.",
      "something-remains": "Not everything may be cut off.",
    },

    infer(inputs, args, must) {
      const x = inputs.x as unknown as AnyImage;
      groupsDivide(x.C, args.out_channels as Dim, args.groups, must);
      const y = resized({ ...x, C: args.out_channels as Dim }, spatial, (side, i) => {
        const stamp = stampOf(i, args as Settings);
        const { extra = 0, stride } = stamp;
        const step = Math.max(stride, args.dilation[i]!);
        must(
          "output-padding-below-step",
          extra < step ? "yes" : "no",
          { arg: "output_padding", remedies: [{ param: "output_padding", value: step - 1 }] },
          say`output_padding is ${extra}, but a step is ${step} px: ${step - 1} is the most that can be added`,
        );
        const { size } = stamped(side, stamp);
        const holds = extra < step ? atLeast(size, 1) : "maybe";
        const why = holds === "no" ? nothingLeft(side as number, size as number, stamp) : empty;
        must("something-remains", holds, { arg: "padding" }, why);
        return size;
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
      return [x.C, ...sizesIn(x, spatial), floorDiv(out_channels as Dim, groups), ...kernel_size];
    },

    unfold(inputs, args, outputs) {
      const [x, y] = [inputs.x as unknown as AnyImage, outputs.y as unknown as AnyImage];
      return alongAxes(spatial, (i) => unstamped(x[spatial[i]!]!, stampOf(i, args as Settings), y[spatial[i]!]!));
    },

    reach(_, args) {
      const seen = spatial.map((axis, i): [string, Sight] => {
        const stamp = stampOf(i, args as Settings);
        return [axis, { kind: "stamp", kernel: stamp.kernel, stride: stamp.stride, pad: stamped(1, stamp).pad }];
      });
      return Object.fromEntries(seen);
    },
  });
}

interface Settings {
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly padding: Cut;
  readonly output_padding: readonly number[] | undefined;
  readonly dilation: readonly number[];
}
