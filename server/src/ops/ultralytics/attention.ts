import type { Dim } from "../../core/dim";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, number } from "../../core/types";
import { conv } from "./conv";
import { block, type Image, runner, withChannels } from "./parts";

export const attention = op({
  name: "Attention",
  summary: "Every pixel attends to every other, in several heads; a depthwise convolution tells positions apart.",
  ...block,
  params: {
    heads: param(int({ min: 1 }), { doc: "Number of heads." }),
    key: param(number(), { doc: "Size of a key as a share of a head.", default: 0.5 }),
  },
  infer({ x }, { heads, key }, _, call) {
    const run = runner(call),
      c = Number(x.C),
      keys = keySize(c, heads, key) * heads;
    run("qkv", conv, x, { c2: c + 2 * keys, act: false });
    run("pe", conv, withChannels(x, c), { c2: c, k: [3, 3], g: c, act: false });
    return { y: run("proj", conv, withChannels(x, c), { c2: c, act: false }) };
  },
  macs: ({ x }, { heads, key }) => [...pairs(x), Number(x.C) + keySize(Number(x.C), heads, key) * heads],
});

const keySize = (channels: number, heads: number, key: number): number =>
  Math.trunc(Math.floor(channels / heads) * key);
const pairs = ({ H, W }: Image): readonly Dim[] => [H, W, H, W];
