import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { attention } from "./attention";
import { conv } from "./conv";
import { block, runner } from "./parts";

export const psaBlock = op({
  name: "PSABlock",
  summary: "Attention, then a small network on every pixel, each added to its input.",
  ...block,
  params: { heads: param(int({ min: 1 }), { doc: "Number of heads." }) },
  infer({ x }, { heads }, _, call) {
    const run = runner(call),
      c = Number(x.C);
    const attended = run("attn", attention, x, { heads });
    return { y: run("ffn.1", conv, run("ffn.0", conv, attended, { c2: 2 * c }), { c2: c, act: false }) };
  },
});
