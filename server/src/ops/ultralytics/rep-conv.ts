import { op } from "../../core/op";
import { identity } from "../identity";
import { silu } from "../silu";
import { conv, params } from "./conv";
import { added, block, runner } from "./parts";

const { c2, k, s, p, g, d, act } = params;

export const repConv = op({
  name: "RepConv",
  summary: "A 3×3 and a 1×1 convolution, added; one convolution after training.",
  traits: ["convolution"],
  ...block,
  params: { c2, k: { ...k, default: [3, 3] }, s, p, g, d, act },
  infer({ x }, { c2, k, s, g, act }, _, call) {
    const run = runner(call);
    const small = run("conv2", conv, x, { c2, s, g, act: false });
    const large = run("conv1", conv, x, { c2, k, s, g, act: false });
    return { y: run("act", act === true ? silu : identity, added(run, large, small)) };
  },
});
