import { say } from "../core/message";
import type { Op } from "../core/op";
import type { Twin } from "../core/twin";
import { batchNorm1d } from "../ops/batch-norm1d";
import { batchNorm2d } from "../ops/batch-norm2d";
import { batchNorm3d } from "../ops/batch-norm3d";
import { batchNormalization } from "../ops/batch-normalization";
import { layerNorm2d } from "../ops/layer-norm2d";
import { layerNormalization } from "../ops/layer-normalization";

/** 1 − 0.9 is not 0.1 to a computer. */
const rest = (share: number): number => Number((1 - share).toPrecision(12));

/** One framework counts the share of the new batch, the other that of what was before. */
const pair = (norm: Op, ranks: readonly number[]): readonly Twin[] => [
  {
    from: norm,
    to: batchNormalization,
    args({ eps, momentum, affine, track_running_stats }) {
      if (!track_running_stats) return say`it keeps no running statistics, which Keras always does`;
      if (typeof momentum !== "number") return say`its running statistics are plain means, which Keras has not`;
      return { momentum: rest(momentum), epsilon: eps, center: affine, scale: affine };
    },
  },
  {
    from: batchNormalization,
    to: norm,
    fits: (_, { rank }) => ranks.includes(rank),
    args({ axis, momentum, epsilon, center, scale, renorm }, { rank }) {
      if (axis !== -1 && axis !== rank - 1) return say`it normalises axis ${axis}, which is not that of the channels`;
      if (center !== scale) return say`PyTorch learns a scale and a shift together, or neither`;
      if (renorm) return say`renorm has no counterpart`;
      return { eps: epsilon, momentum: rest(momentum), affine: scale };
    },
  },
];

export const normTwins: readonly Twin[] = [
  ...pair(batchNorm1d, [2, 3]),
  ...pair(batchNorm2d, [4]),
  ...pair(batchNorm3d, [5]),
  // Over the channels of each position, wherever the channels are.
  {
    from: layerNorm2d,
    to: layerNormalization,
    args: ({ eps, elementwise_affine: learns }) => ({ epsilon: eps, center: learns, scale: learns }),
  },
  {
    from: layerNormalization,
    to: layerNorm2d,
    fits: (_, { rank }) => rank === 4,
    args({ axis, epsilon, center, scale, rms_scaling }) {
      if (![[-1], [3]].some(([one]) => String(axis) === String(one)))
        return say`it normalises axis ${String(axis)}, which is not that of the channels`;
      if (center !== scale || rms_scaling) return say`PyTorch learns a scale and a shift together, or neither`;
      return { eps: epsilon, elementwise_affine: scale };
    },
  },
];
