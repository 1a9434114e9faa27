import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool, int } from "../../core/types";
import { identity } from "../identity";
import { maxPool2d } from "../max-pool2d";
import { relu } from "../relu";
import { conv } from "./conv";
import { added, block, runner } from "./parts";

export const resNetLayer = op({
  name: "ResNetLayer",
  summary: "A stage of a ResNet: bottlenecks that widen `e` times; or its stem.",
  ...block,
  params: {
    c2: param(int({ min: 1 }), { doc: "Channels inside; never scaled.", unit: "channels" }),
    s: param(int({ min: 1 }), { doc: "Step of the first block.", unit: "px", default: 1 }),
    is_first: param(bool, { doc: "Whether this is the stem.", default: false }),
    n: param(int({ min: 1, max: 10_000 }), { doc: "Number of blocks.", default: 1 }),
    e: param(int({ min: 1 }), { doc: "How many times wider the output is.", default: 4 }),
  },
  infer({ x }, { c2, s, is_first, n, e }, _, call) {
    const run = runner(call);
    if (is_first) {
      const stem = run("layer.0", conv, x, { c2, k: [7, 7], s: [2, 2], p: [3, 3] });
      return { y: run("layer.1", maxPool2d, stem, { kernel_size: [3, 3], stride: [2, 2], padding: [1, 1] }) };
    }
    let y = x;
    for (let i = 0; i < n; i++) {
      const step = i === 0 ? s : 1,
        wide = { c2: e * c2, act: false };
      const narrow = run(`layer.${i}.cv2`, conv, run(`layer.${i}.cv1`, conv, y, { c2 }), {
        c2,
        k: [3, 3],
        s: [step, step],
      });
      const around =
        step !== 1 || y.C !== e * c2
          ? run(`layer.${i}.shortcut.0`, conv, y, { ...wide, s: [step, step] })
          : run(`layer.${i}.shortcut`, identity, y);
      y = run("", relu, added(run, run(`layer.${i}.cv3`, conv, narrow, wide), around));
    }
    return { y };
  },
});
