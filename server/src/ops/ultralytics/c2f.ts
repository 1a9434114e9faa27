import { op } from "../../core/op";
import { bottleneck } from "./bottleneck";
import { conv } from "./conv";
import { block, c2, chain, g, halves, joined, n, ratio, runner, share, shortcutOff } from "./parts";

export const c2f = op({
  name: "C2f",
  summary: "Splits the channels, sends one half through a chain of bottlenecks and joins all their results.",
  ...block,
  params: { c2, shortcut: shortcutOff, g, e: ratio(0.5), n },
  infer({ x }, { c2, shortcut, g, e, n }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    const [first, second] = halves(run("cv1", conv, x, { c2: 2 * h }), h);
    const results = chain(run, "m", n, bottleneck, second, { c2: h, shortcut, g, e: 1 });
    return { y: run("cv2", conv, joined(run, [first, ...results]), { c2 }) };
  },
});
