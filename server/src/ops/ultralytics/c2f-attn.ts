import { say } from "../../core/message";
import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { bottleneck } from "./bottleneck";
import { conv } from "./conv";
import { block, c2, chain, g, halves, joined, n, ratio, runner, share, shortcutOff } from "./parts";

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
    gc: param(int({ min: 1 }), { doc: "Length of the vectors that stand for words.", default: textLength }),
    shortcut: shortcutOff,
    g,
    e: ratio(0.5),
    n,
  },
  constraints: { "heads-divide-features": "The heads of words and of the image must be of one size." },
  infer({ x }, { c2, ec, nh, shortcut, g, e, n }, must, call) {
    const run = runner(call),
      h = share(c2, e),
      size = Math.floor(h / nh);
    const message = say`${nh} heads of ⌊${h} / ${nh}⌋ = ${size} channels each are ${nh * size}, but ec is ${ec}`;
    must("heads-divide-features", nh * size === ec ? "yes" : "no", { arg: "ec" }, message);
    const [first, second] = halves(run("cv1", conv, x, { c2: 2 * h }), h);
    const results = chain(run, "m", n, bottleneck, second, { c2: h, shortcut, g, e: 1 });
    if (ec !== h) run("attn.ec", conv, results.at(-1)!, { c2: ec, act: false });
    const guided = run("attn.proj_conv", conv, results.at(-1)!, { c2: h, k: [3, 3], act: false });
    return { y: run("cv2", conv, joined(run, [first, ...results, guided]), { c2 }) };
  },
  weights: (_, { ec, nh, gc }) => [
    weight("attn.gl.weight", [ec, gc]),
    weight("attn.gl.bias", [ec]),
    weight("attn.bias", [nh]),
  ],
});
