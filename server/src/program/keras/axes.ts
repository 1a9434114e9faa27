import type { Dim } from "../../core/dim";
import { moved } from "../../edits/orders";
import type { Leaf } from "../calls";
import type { Counterpart, Renamed } from "../counterpart";

type Given = { readonly value: unknown };
const renamed = (word: string, args: { readonly [name: string]: unknown }): Renamed => ({
  word,
  args: new Map(Object.entries(args).map(([name, value]): [string, Given] => [name, { value }])),
});

const reshape = (sizes: readonly Dim[]): Renamed => renamed("Reshape", { target_shape: sizes });
const counted = (rank: number): readonly number[] => Array.from({ length: rank }, (_, i) => i);

/** Axes in another order, all of them counted; nothing to do where it is the one that they have. */
const permute = (order: readonly number[]): Renamed =>
  order.every((axis, i) => axis === i) ? renamed("Identity", {}) : renamed("Permute", { dims: order.slice(1) });

const axisAt = ({ args, inputs: [x] }: Leaf, word: string): number => {
  const axis = Number(args.get(word)?.value ?? Number.NaN);
  return axis < 0 ? axis + x!.length : axis;
};

/** An order of axes that counts the channels first, for tensors that have them last before and after. */
function turned(order: readonly number[]): readonly number[] {
  const last = [0, ...moved(counted(order.length).slice(1), "channels-last")];
  return last.map((axis) => last.indexOf(order[axis]!));
}

const permuted = (order: readonly number[], isMoved: boolean): Renamed | string =>
  order[0] === 0 ? permute(isMoved ? turned(order) : order) : "dims";

const pooled =
  (kind: string): Counterpart =>
  ({ args, inputs: [x] }, isMoved) => {
    const axes = [args.get("dim")?.value].flat().map((axis) => (Number(axis) < 0 ? Number(axis) + x!.length : axis));
    const places = counted(x!.length).slice(2);
    if (!isMoved || axes.length !== places.length || !places.every((axis) => axes.includes(axis))) return "dim";
    const keepdims = { value: args.get("keepdim")?.value === true, usual: false };
    return { word: `Global${kind}Pooling${places.length}D`, args: new Map([["keepdims", keepdims]]) };
  };

/** What moves axes or takes them away, where the channels are last. */
export const onAxes: ReadonlyMap<string, Counterpart> = new Map<string, Counterpart>([
  ["Amax", pooled("Max")],
  ["Mean", pooled("Average")],
  [
    "Flatten",
    (leaf, isMoved) => {
      const [from, to] = [axisAt(leaf, "start_dim"), axisAt(leaf, "end_dim")];
      const isRest = isMoved && from === 2 && to === leaf.inputs[0]!.length - 1;
      return isRest ? reshape([-1, leaf.outputs[0]!.at(-1)!]) : undefined;
    },
  ],
  [
    "Permute",
    ({ args }, isMoved) => {
      const dims = args.get("dims")?.value as readonly number[];
      return isMoved
        ? permuted(
            dims.map((axis) => (axis < 0 ? axis + dims.length : axis)),
            true,
          )
        : undefined;
    },
  ],
  [
    "Squeeze",
    (leaf, isMoved) => {
      const axis = axisAt(leaf, "dim");
      const [, ...sizes] = leaf.outputs[0]!;
      if (!axis) return "dim";
      // What was the first axis of the image is the last from now on.
      if (!isMoved || axis > 1 || sizes.length < 2) return reshape(sizes);
      return [
        reshape([...sizes.slice(-1), ...sizes.slice(0, -1)]),
        permute([0, ...moved(counted(sizes.length + 1).slice(1), "channels-last")]),
      ];
    },
  ],
  [
    "Transpose",
    (leaf, isMoved) => {
      const [one, other] = [axisAt(leaf, "dim0"), axisAt(leaf, "dim1")];
      const order = counted(leaf.inputs[0]!.length);
      return permuted(
        order.map((axis) => (axis === one ? other : axis === other ? one : axis)),
        isMoved,
      );
    },
  ],
  [
    "Unflatten",
    (leaf, isMoved) => {
      const [, ...sizes] = leaf.outputs[0]!;
      if (!isMoved) return leaf.inputs[0]!.length > 2 ? reshape(sizes) : undefined;
      const pieces = sizes.length - (leaf.inputs[0]!.length - 2);
      if (axisAt(leaf, "dim") !== 1) return "dim";
      const rest = sizes.slice(pieces - 1, -1);
      const first = rest.length + 1;
      const others = counted(pieces - 1).map((i) => first + 1 + i);
      return [
        reshape([...rest, ...sizes.slice(-1), ...sizes.slice(0, pieces - 1)]),
        permute([0, ...others, ...counted(first).slice(1), first]),
      ];
    },
  ],
]);
