import { add, ceilDiv, type Dim, mul } from "../../core/dim";
import { op, type Weight, weight } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { block } from "./parts";

/** What the attention of one version holds, beside its projection out. */
type Held = (channels: Dim, heads: number, positions: number) => readonly Weight[];

const linear = (name: string, from: Dim, to: Dim): Weight[] => [
  weight(`${name}.weight`, [to, from]),
  weight(`${name}.bias`, [to]),
];

/** Sides of an image that is filled up to whole windows. */
const filled = (size: Dim, window: number): Dim => mul(ceilDiv(size, window), window);

/** A layer of a Swin transformer of one version or the other. */
const layer = (name: string, summary: string, window: number, held: Held) =>
  op({
    name,
    summary,
    ...block,
    params: {
      heads: param(int({ min: 1 }), { doc: "Number of heads." }),
      window_size: param(int({ min: 1 }), { doc: "Side of a window.", unit: "px", default: window }),
    },
    infer: ({ x }) => ({ y: x }),
    weights: ({ x: { C } }, { heads, window_size }) => [
      ...["norm1", "norm2"].flatMap((norm) => [weight(`${norm}.weight`, [C]), weight(`${norm}.bias`, [C])]),
      ...held(C, heads, (2 * window_size - 1) ** 2),
      ...linear("attn.proj", C, C),
      ...linear("mlp.fc1", C, mul(4, C)),
      ...linear("mlp.fc2", mul(4, C), C),
    ],
    /** Four projections and the inner network for every pixel, and every pixel with each of its window, twice. */
    macs: ({ x: { C, H, W } }, { window_size }) => [
      filled(H, window_size),
      filled(W, window_size),
      C,
      add(mul(12, C), 2 * window_size ** 2),
    ],
    reach: () => "everything",
  });

export const swinLayer = layer(
  "SwinLayer",
  "Pixels attend to those of their window; a small network follows; both are normalised before.",
  8,
  (C, heads, positions) => [
    weight("attn.relative_position_bias_table", [positions, heads]),
    ...linear("attn.qkv", C, mul(3, C)),
  ],
);

/** Inside of the network that tells how far apart two positions are. */
const wide = 512;

export const swin2Layer = layer(
  "Swin2Layer",
  "Pixels attend to those of their window by angle; a small network follows; both are normalised behind.",
  7,
  (C, heads) => [
    weight("attn.logit_scale", [heads, 1, 1]),
    weight("attn.q_bias", [C]),
    weight("attn.v_bias", [C]),
    ...linear("attn.cpb_mlp.0", 2, wide),
    weight("attn.cpb_mlp.2.weight", [heads, wide]),
    weight("attn.qkv.weight", [mul(3, C), C]),
  ],
);
