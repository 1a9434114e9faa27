import { op } from "../../core/op";
import { avgPool2d } from "../avg-pool2d";
import { conv } from "./conv";
import { block, c2, runner } from "./parts";

export const aconv = op({
  name: "AConv",
  summary: "Averages over 2×2 windows, then convolves to half the size.",
  traits: ["convolution"],
  ...block,
  params: { c2 },
  infer({ x }, { c2 }, _, call) {
    const run = runner(call);
    return {
      y: run("cv1", conv, run("", avgPool2d, x, { kernel_size: [2, 2], stride: [1, 1] }), { c2, k: [3, 3], s: [2, 2] }),
    };
  },
});
