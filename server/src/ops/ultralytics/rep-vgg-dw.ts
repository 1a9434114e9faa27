import { op } from "../../core/op";
import { silu } from "../silu";
import { conv } from "./conv";
import { added, block, type Image, runner } from "./parts";
import { blocks } from "./sources";

export const repVggDw = op({
  name: "RepVGGDW",
  summary: "A 7×7 and a 3×3 depthwise convolution, added; one convolution after training.",
  source: blocks,
  traits: ["convolution"],
  ...block,
  infer({ x }, _args, _, call) {
    const run = runner(call),
      c = Number(x.C);
    const by = (name: string, side: number): Image => run(name, conv, x, { c2: c, k: [side, side], g: c, act: false });
    return { y: run("act", silu, added(run, by("conv", 7), by("conv1", 3))) };
  },
});
