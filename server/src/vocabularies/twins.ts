import { known } from "../core/dim";
import { say } from "../core/message";
import type { Op } from "../core/op";
import { type Bound, perChannel, type Seen, type Twin } from "../core/twin";
import { activation } from "../ops/activation";
import { adaptiveAvgPool1d } from "../ops/adaptive-avg-pool1d";
import { adaptiveAvgPool2d } from "../ops/adaptive-avg-pool2d";
import { adaptiveAvgPool3d } from "../ops/adaptive-avg-pool3d";
import { adaptiveMaxPool1d } from "../ops/adaptive-max-pool1d";
import { adaptiveMaxPool2d } from "../ops/adaptive-max-pool2d";
import { adaptiveMaxPool3d } from "../ops/adaptive-max-pool3d";
import { conv1d } from "../ops/conv1d";
import { conv2d } from "../ops/conv2d";
import { depthwiseConv1d } from "../ops/depthwise-conv1d";
import { depthwiseConv2d } from "../ops/depthwise-conv2d";
import { dropout1d } from "../ops/dropout1d";
import { dropout2d } from "../ops/dropout2d";
import { dropout3d } from "../ops/dropout3d";
import { flatten } from "../ops/flatten";
import { globalAveragePooling1d } from "../ops/global-average-pooling1d";
import { globalAveragePooling2d } from "../ops/global-average-pooling2d";
import { globalAveragePooling3d } from "../ops/global-average-pooling3d";
import { globalMaxPooling1d } from "../ops/global-max-pooling1d";
import { globalMaxPooling2d } from "../ops/global-max-pooling2d";
import { globalMaxPooling3d } from "../ops/global-max-pooling3d";
import { identity } from "../ops/identity";
import { prelu } from "../ops/prelu";
import { preluByPosition } from "../ops/prelu-by-position";
import { relu } from "../ops/relu";
import { relu6 } from "../ops/relu6";
import { separableConv1d } from "../ops/separable-conv1d";
import { separableConv2d } from "../ops/separable-conv2d";
import { spatialDropout1d } from "../ops/spatial-dropout1d";
import { spatialDropout2d } from "../ops/spatial-dropout2d";
import { spatialDropout3d } from "../ops/spatial-dropout3d";
import { upSampling1d } from "../ops/up-sampling1d";
import { upSampling2d } from "../ops/up-sampling2d";
import { upSampling3d } from "../ops/up-sampling3d";
import { upsample } from "../ops/upsample";
import { normTwins } from "./twins-of-norms";
import { padTwins } from "./twins-of-pads";
import { reshapeTwins } from "./twins-of-reshapes";

/** Pooling of everything: the axes stay in one framework and go in the other, where nothing is said. */
const pooled = (adaptive: Op, global: Op): readonly Twin[] => [
  {
    from: adaptive,
    to: global,
    fits: ({ output_size }) => output_size.every((size: unknown) => size === 1),
    args: () => ({ keepdims: true }),
    absorbs: flatten,
  },
  { from: global, to: adaptive, fits: ({ keepdims }) => keepdims, args: oneEach },
  { from: global, to: adaptive, args: oneEach, behind: flatten },
];
const oneEach = (_: Bound, { spatial }: Seen): Bound => ({ output_size: spatial.map(() => 1) });

const dropped = (values: Op, channels: Op): readonly Twin[] => [
  { from: values, to: channels, renamed: { p: "p" } },
  { from: channels, to: values, renamed: { p: "p" } },
];

/** A filter for each channel is a convolution of as many groups as there are channels. */
const byChannel = (depthwise: Op, conv: Op): Twin => ({
  from: depthwise,
  to: conv,
  renamed: { kernel_size: "kernel_size", stride: "stride", dilation: "dilation", bias: "bias" },
  args: ({ depth_multiplier }) => ({ out_channels: perChannel(depth_multiplier), groups: perChannel(1) }),
});

/** A filter for each channel, without a bias, and then one of a single position that mixes them. */
const apart = (separable: Op, depthwise: Op, conv: Op): Twin => ({
  from: separable,
  to: conv,
  renamed: { out_channels: "out_channels", bias: "bias" },
  args: (_, { spatial }) => ({ kernel_size: spatial.map(() => 1) }),
  first: {
    ...byChannel(depthwise, conv),
    renamed: { kernel_size: "kernel_size", stride: "stride", dilation: "dilation" },
    args: ({ depth_multiplier }) => ({
      out_channels: perChannel(depth_multiplier),
      groups: perChannel(1),
      bias: false,
    }),
  },
});

/** Whole factors alone; what is between the pixels, both find alike but for the cubic curve. */
const enlarged = (enlarging: Op, rank: number): readonly Twin[] => [
  {
    from: upsample,
    to: enlarging,
    fits: (_, x) => x.rank === rank,
    args({ size, scale_factor, mode, align_corners }, { spatial }) {
      const at = (value: unknown, i: number): number => Number(Array.isArray(value) ? value[i] : value);
      const factors = spatial.map((side, i) =>
        scale_factor === undefined ? at(size, i) / Number(side) : at(scale_factor, i),
      );
      if (!factors.every((factor) => Number.isInteger(factor) && factor > 0))
        return say`it enlarges by a factor that is not whole, or not known`;
      if (align_corners) return say`align_corners has no counterpart`;
      return shared.includes(mode)
        ? { size: factors, interpolation: mode }
        : say`mode: ${String(mode)} has no counterpart`;
    },
  },
  {
    from: enlarging,
    to: upsample,
    args: ({ size, interpolation }) =>
      shared.includes(interpolation)
        ? {
            scale_factor: (size as readonly number[]).every((one) => one === size[0]) ? size[0] : size,
            mode: interpolation,
          }
        : say`interpolation: ${String(interpolation)} has no counterpart`,
  },
];
const shared: readonly string[] = ["nearest", "bilinear", "bicubic"];

const start = say`its slopes start at 0.25 in one framework and at 0 in the other`;
const slopes: readonly Twin[] = [
  {
    from: prelu,
    to: preluByPosition,
    args: ({ num_parameters }, { rank, C }) => {
      const places = Array.from({ length: rank - 2 }, (_, i) => i + 1);
      const axes = num_parameters === 1 && known([C], (n) => n === 1) !== "yes" ? [...places, rank - 1] : places;
      return { shared_axes: axes.length ? axes : undefined };
    },
    differs: start,
  },
  {
    from: preluByPosition,
    to: prelu,
    args({ shared_axes = [] }, { rank, C }) {
      const shared = new Set([shared_axes].flat());
      const places = Array.from({ length: rank - 2 }, (_, i) => i + 1);
      if (!places.every((axis) => shared.has(axis))) return say`each position has a slope of its own`;
      if (shared.has(rank - 1)) return {};
      return typeof C === "number" ? { num_parameters: C } : say`its number of channels is not known`;
    },
    differs: start,
  },
];

/** Operators that are each other's in the two frameworks although they are not the same one. */
export const twins: readonly Twin[] = [
  ...normTwins,
  ...padTwins,
  ...reshapeTwins,
  ...enlarged(upSampling1d, 3),
  ...enlarged(upSampling2d, 4),
  ...enlarged(upSampling3d, 5),
  ...slopes,
  ...pooled(adaptiveAvgPool1d, globalAveragePooling1d),
  ...pooled(adaptiveAvgPool2d, globalAveragePooling2d),
  ...pooled(adaptiveAvgPool3d, globalAveragePooling3d),
  ...pooled(adaptiveMaxPool1d, globalMaxPooling1d),
  ...pooled(adaptiveMaxPool2d, globalMaxPooling2d),
  ...pooled(adaptiveMaxPool3d, globalMaxPooling3d),
  ...dropped(dropout1d, spatialDropout1d),
  ...dropped(dropout2d, spatialDropout2d),
  ...dropped(dropout3d, spatialDropout3d),
  // What it applies is a layer of its own.
  { from: activation, to: identity },
  byChannel(depthwiseConv1d, conv1d),
  byChannel(depthwiseConv2d, conv2d),
  apart(separableConv1d, depthwiseConv1d, conv1d),
  apart(separableConv2d, depthwiseConv2d, conv2d),
  {
    from: relu,
    to: relu6,
    fits: ({ max_value, negative_slope, threshold }) => max_value === 6 && !negative_slope && !threshold,
  },
];
