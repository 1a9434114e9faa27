import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { maxPool2d } from "../max-pool2d";
import { conv } from "./conv";
import { block, c2, half, joined, n, runner } from "./parts";

export const downC = op({
  name: "DownC",
  summary: "Lowers the size: half of the channels by a convolution, half by max pooling.",
  traits: ["convolution", "pooling"],
  ...block,
  params: {
    c2,
    k: param(int({ min: 1, suggest: [2] }), { doc: "How many times smaller the image gets.", default: 2 }),
    n: { ...n, doc: "Not used." },
  },
  infer({ x }, { c2, k }, _, call) {
    const run = runner(call),
      h = half(c2);
    const convolved = run("cv2", conv, run("cv1", conv, x, { c2: x.C as number }), { c2: h, k: [3, 3], s: [k, k] });
    const pooled = run("mp", maxPool2d, x, { kernel_size: [k, k], stride: [k, k] });
    return { y: joined(run, [convolved, run("cv3", conv, pooled, { c2: h })]) };
  },
});
