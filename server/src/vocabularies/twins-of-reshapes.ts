import { compare, type Dim, mul, type Shape } from "../core/dim";
import { say } from "../core/message";
import type { Bound, Seen, Twin } from "../core/twin";
import { flatten } from "../ops/flatten";
import { identity } from "../ops/identity";
import { permute } from "../ops/permute";
import { reshape } from "../ops/reshape";
import { unflatten } from "../ops/unflatten";

/** Every image in one row, which both frameworks have a layer of its own for. */
function isFlattening({ shape, keeps_batch }: Bound, { C, spatial }: Seen): boolean {
  const [images, row, ...more] = keeps_batch ? [-1, ...shape] : shape;
  return (
    images === -1 && !more.length && (row === -1 || (row !== undefined && compare(row, mul(C, ...spatial)) === "yes"))
  );
}

const isAround = (ones: Shape, channels: Dim | undefined, C: Dim): boolean =>
  ones.every((size) => size === 1) && channels !== undefined && (channels === -1 || compare(channels, C) === "yes");

const otherwise = say`which value comes where depends on the order of the axes`;

/** One framework counts the batch among the axes, the other leaves it where it is. */
export const reshapeTwins: readonly Twin[] = [
  { from: reshape, to: flatten, fits: isFlattening },
  // Of a vector the channels of an image of a single position.
  {
    from: reshape,
    to: unflatten,
    fits: ({ shape, keeps_batch }, { rank, C }) =>
      keeps_batch && rank === 2 && shape.length > 1 && isAround(shape.slice(0, -1), shape.at(-1), C),
    args: ({ shape }) => ({ dim: 1, unflattened_size: [-1, ...shape.slice(0, -1)] }),
  },
  {
    from: reshape,
    to: reshape,
    fits: ({ shape: [images, channels, ...ones], keeps_batch }, { rank, C }) =>
      !keeps_batch && images === -1 && rank === 2 && ones.length > 0 && isAround(ones, channels, C),
    args: ({ shape: [, , ...ones] }) => ({ shape: [...ones, -1] }),
  },
  {
    from: unflatten,
    to: reshape,
    fits: ({ dim, unflattened_size: [channels, ...ones] }, { rank, C }) =>
      (dim === 1 || dim === -1) && rank === 2 && ones.length > 0 && isAround(ones, channels, C),
    args: ({ unflattened_size: [, ...ones] }) => ({ shape: [...ones, -1] }),
  },
  { from: unflatten, to: reshape, args: () => otherwise },
  { from: reshape, to: reshape, args: () => otherwise },
  { from: permute, to: identity, fits: (_, { isTurned }) => isTurned === true },
  {
    from: permute,
    to: permute,
    args({ dims, keeps_batch }, { rank }) {
      if (keeps_batch) return { dims: [0, ...dims] };
      const [first, ...others] = dims.map((dim: number) => (dim < 0 ? dim + rank : dim));
      return first === 0 ? { dims: others } : say`it moves the batch`;
    },
  },
];
