import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, number } from "../../core/types";
import { attend } from "./attend";
import { conv } from "./conv";
import { added, block, runner, withChannels } from "./parts";

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
      keys = Math.trunc(Math.floor(c / heads) * key) * heads;
    const values = withChannels(run("qkv", conv, x, { c2: c + 2 * keys, act: false }), c);
    const places = run("pe", conv, values, { c2: c, k: [3, 3], g: c, act: false });
    return { y: run("proj", conv, added(run, run("", attend, values, { keys }), places), { c2: c, act: false }) };
  },
});
