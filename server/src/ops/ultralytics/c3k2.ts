import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool } from "../../core/types";
import { bottleneck } from "./bottleneck";
import { c3k } from "./c3k";
import { conv } from "./conv";
import { block, c2, g, halves, joined, n, ratio, runner, share, shortcutOn } from "./parts";
import { headsFor, mustSplit, psaBlock, splits } from "./psa-block";

export const c3k2 = op({
  name: "C3k2",
  summary: "C2f whose inner blocks are bottlenecks, C3k blocks, or bottlenecks with attention.",
  ...block,
  params: {
    c2,
    c3k: param(bool, { doc: "Whether the inner blocks are C3k; always so at the larger scales.", default: false }),
    e: ratio(0.5),
    attn: param(bool, { doc: "Whether attention follows every bottleneck.", default: false }),
    g,
    shortcut: shortcutOn,
    n,
  },
  constraints: splits,
  infer({ x }, { c2, c3k: deep, e, attn, g, shortcut, n }, must, call) {
    const run = runner(call),
      h = share(c2, e);
    if (attn && n > 0) mustSplit(h, must);
    const [first, second] = halves(run("cv1", conv, x, { c2: 2 * h }), h);
    const results = [second];
    for (let i = 0; i < n; i++) {
      const last = results[i]!;
      if (attn) {
        const narrow = run(`m.${i}.0`, bottleneck, last, { c2: h, shortcut, g });
        results.push(run(`m.${i}.1`, psaBlock, narrow, { heads: headsFor(h) }));
      } else if (deep) results.push(run(`m.${i}`, c3k, last, { c2: h, n: 2, shortcut, g }));
      else results.push(run(`m.${i}`, bottleneck, last, { c2: h, shortcut, g }));
    }
    return { y: run("cv2", conv, joined(run, [first, ...results]), { c2 }) };
  },
});
