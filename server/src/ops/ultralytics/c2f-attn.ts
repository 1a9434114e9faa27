import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { bottleneck } from "./bottleneck";
import { conv } from "./conv";
import { block, c2, chain, g, joined, n, ratio, runner, share, shortcutOff, withChannels } from "./parts";

/** Length of the vectors that stand for words. */
export const textLength = 512;

export const c2fAttn = op({
  name: "C2fAttn",
  summary: "C2f with one more part: attention guided by words.",
  ...block,
  params: {
    c2,
    ec: param(int({ min: 1 }), {
      doc: "Channels of the attention, scaled by the width of the model.",
      unit: "channels",
      default: 128,
    }),
    nh: param(int({ min: 1 }), { doc: "Number of heads, scaled by the width of the model.", default: 1 }),
    shortcut: shortcutOff,
    g,
    e: ratio(0.5),
    n,
  },
  infer({ x }, { c2, ec, shortcut, g, e, n }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    const first = withChannels(run("cv1", conv, x, { c2: 2 * h }), h);
    const results = chain(run, "m", n, bottleneck, first, { c2: h, shortcut, g, e: 1 });
    if (ec !== h) run("attn.ec", conv, results.at(-1)!, { c2: ec, act: false });
    const guided = run("attn.proj_conv", conv, results.at(-1)!, { c2: h, k: [3, 3], act: false });
    return { y: run("cv2", conv, joined(run, [first, ...results, guided]), { c2 }) };
  },
  weights: (_, { ec, nh }) => [
    weight("attn.gl.weight", [ec, textLength]),
    weight("attn.gl.bias", [ec]),
    weight("attn.bias", [nh]),
  ],
});
