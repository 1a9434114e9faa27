import { isKnown } from "../../core/dim";
import { movedAxis } from "../../edits/orders";
import type { Leaf } from "../calls";
import type { Counterpart } from "../counterpart";
import { onAxes } from "./axes";

/** Pieces of one tensor: how many, or where they end. */
const split: Counterpart = ({ args, inputs: [x], outputs }, isMoved) => {
  const before = Number(args.get("dim")?.value ?? 0);
  const rank = x!.length;
  const axis = movedAxis(before, rank, isMoved ? "image" : "plain", "channels-last");
  const sizes = outputs.map((shape) => shape.at(axis)!);
  if (!sizes.every(isKnown)) return "dim";
  const isEven = sizes.every((size) => size === sizes[0]);
  const ends = sizes.slice(0, -1).map((_, i) => sizes.slice(0, i + 1).reduce((a, b) => Number(a) + Number(b), 0));
  const value = isEven ? sizes.length : ends;
  return {
    word: "split",
    args: new Map<string, { value: unknown }>([
      ["indices_or_sections", { value }],
      ["axis", { value: axis }],
    ]),
  };
};

const usual = { axis: -1, epsilon: 1e-3, center: true, scale: true };
const givenAs = (words: { readonly [name: string]: unknown }) =>
  new Map(
    Object.entries(words).map(([word, value]) => [word, { value, usual: usual[word as keyof typeof usual] }] as const),
  );

const only = ({ args }: Leaf, word: string) => new Map([...args].filter(([name]) => name === word));

/** Operators of PyTorch that Keras has no layer for, in what it has instead. */
export const counterparts: ReadonlyMap<string, Counterpart> = new Map<string, Counterpart>([
  ["ChannelShuffle", (leaf) => ({ word: "channel_shuffle", args: only(leaf, "groups") })],
  ["Chunk", split],
  [
    "LayerNorm",
    ({ args, inputs: [x] }, isMoved) => {
      if (isMoved) return "normalized_shape";
      const count = [args.get("normalized_shape")?.value].flat().length;
      const learns = args.get("elementwise_affine")?.value !== false;
      const axis = count === 1 ? -1 : Array.from({ length: count }, (_, i) => x!.length - count + i);
      const words = { axis, epsilon: args.get("eps")?.value, center: learns && args.get("bias")?.value !== false };
      return { word: "LayerNormalization", args: givenAs({ ...words, scale: learns }) };
    },
  ],
  ["LayerScale", (leaf) => ({ word: "LayerScale", args: only(leaf, "init_values") })],
  ...onAxes,
  ["Split", split],
  [
    "StochasticDepth",
    ({ args, inputs: [x] }) => {
      const images = args.get("mode")?.value === "row" ? null : 1;
      const noise = { value: [images, ...x!.slice(1).map(() => 1)] };
      return {
        word: "Dropout",
        args: new Map([
          ["rate", args.get("p")!],
          ["noise_shape", noise],
        ]),
      };
    },
  ],
]);
