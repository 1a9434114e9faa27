import { say } from "../core/message";
import type { Op } from "../core/op";
import type { Bound, Twin } from "../core/twin";
import { zeroPad1d } from "../ops/zero-pad1d";
import { zeroPad2d } from "../ops/zero-pad2d";
import { zeroPad3d } from "../ops/zero-pad3d";
import { zeroPadding1d } from "../ops/zero-padding1d";
import { zeroPadding2d } from "../ops/zero-padding2d";
import { zeroPadding3d } from "../ops/zero-padding3d";

/** Before and after, for each spatial axis in order. */
export type Ends = readonly (readonly [number, number])[];

/** How many zeros are added, and how that is told. */
interface Words {
  of(ends: Ends): Bound;
  ends(args: Bound): Ends;
}

/** An operator that puts zeros around an image of so many axes. */
export interface Padder extends Words {
  readonly op: Op;
  readonly axes: number;
}

/** PyTorch counts the ends from the last axis on. */
const fromLast: Words = {
  of: (ends) => ({ padding: [...ends].reverse().flat() }),
  ends({ padding }) {
    const flat = padding as readonly number[];
    return flat.flatMap((before, i) => (i % 2 ? [] : [[before, flat[i + 1]!] as const])).reverse();
  },
};

const byAxis: Words = { of: (ends) => ({ padding: ends }), ends: ({ padding }) => padding };

export const padders: readonly Padder[] = [
  { op: zeroPad1d, axes: 1, ...fromLast },
  { op: zeroPad2d, axes: 2, ...fromLast },
  { op: zeroPad3d, axes: 3, ...fromLast },
  { op: zeroPadding1d, axes: 1, ...byAxis },
  { op: zeroPadding2d, axes: 2, ...byAxis },
  { op: zeroPadding3d, axes: 3, ...byAxis },
];

const pair = (last: Op, first: Op): readonly Twin[] => [
  {
    from: last,
    to: first,
    args(args) {
      const ends = fromLast.ends(args);
      return ends.flat().some((size) => size < 0) ? say`it cuts something off, and adds nothing` : byAxis.of(ends);
    },
  },
  { from: first, to: last, args: (args) => fromLast.of(byAxis.ends(args)) },
];

export const padTwins: readonly Twin[] = [
  ...pair(zeroPad1d, zeroPadding1d),
  ...pair(zeroPad2d, zeroPadding2d),
  ...pair(zeroPad3d, zeroPadding3d),
];
