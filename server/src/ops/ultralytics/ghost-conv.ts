import { op } from "../../core/op";
import { conv, params } from "./conv";
import { block, half, joined, runner } from "./parts";

const { c2, k, s, g, act } = params;

export const ghostConv = op({
  name: "GhostConv",
  summary: "Half of the result is convolved from the input, the other half cheaply from the first half.",
  traits: ["convolution"],
  ...block,
  params: { c2, k, s, g, act },
  infer({ x }, { c2, k, s, g, act }, _, call) {
    const run = runner(call),
      h = half(c2);
    const first = run("cv1", conv, x, { c2: h, k, s, g, act });
    return { y: joined(run, [first, run("cv2", conv, first, { c2: h, k: [5, 5], g: h, act })]) };
  },
});
