import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool } from "../../core/types";
import { conv } from "./conv";
import { added, block, c2, ratio, runner, share, shortcutOn } from "./parts";
import { repVggDw } from "./rep-vgg-dw";

export const cib = op({
  name: "CIB",
  summary: "Depthwise and 1×1 convolutions in turn.",
  ...block,
  params: {
    c2,
    shortcut: shortcutOn,
    e: ratio(0.5),
    lk: param(bool, { doc: "Whether the middle one has a 7×7 kernel.", default: false }),
  },
  infer({ x }, { c2, shortcut, e, lk }, _, call) {
    const run = runner(call),
      inside = 2 * share(c2, e),
      around = Number(x.C);
    const wide = run("cv1.1", conv, run("cv1.0", conv, x, { c2: around, k: [3, 3], g: around }), { c2: inside });
    const middle = lk ? run("cv1.2", repVggDw, wide) : run("cv1.2", conv, wide, { c2: inside, k: [3, 3], g: inside });
    const y = run("cv1.4", conv, run("cv1.3", conv, middle, { c2 }), { c2, k: [3, 3], g: c2 });
    return { y: shortcut && x.C === c2 ? added(run, x, y) : y };
  },
});
