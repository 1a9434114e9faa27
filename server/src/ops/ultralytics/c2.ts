import { op } from "../../core/op";
import { bottleneck } from "./bottleneck";
import { conv } from "./conv";
import { block, chain, g, halves, joined, n, ratio, runner, share, shortcutOn, c2 as width } from "./parts";

export const c2 = op({
  name: "C2",
  summary: "Half of the channels pass through a chain of bottlenecks, the other half goes around it.",
  ...block,
  params: { c2: width, shortcut: shortcutOn, g, e: ratio(0.5), n },
  infer({ x }, { c2, shortcut, g, e, n }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    const [start, around] = halves(run("cv1", conv, x, { c2: 2 * h }), h);
    const through = chain(run, "m", n, bottleneck, start, { c2: h, shortcut, g, e: 1 }).at(-1)!;
    return { y: run("cv2", conv, joined(run, [through, around]), { c2 }) };
  },
});
