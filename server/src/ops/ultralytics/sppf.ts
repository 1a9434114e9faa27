import { whole } from "../../core/dim";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool, int } from "../../core/types";
import { maxPool2d } from "../max-pool2d";
import { conv } from "./conv";
import { added, block, c2, half, joined, runner } from "./parts";

export const sppf = op({
  name: "SPPF",
  summary: "Max pooling over ever larger windows, all of them joined.",
  traits: ["pooling"],
  ...block,
  params: {
    c2,
    k: param(int({ min: 1, suggest: [5] }), { doc: "Side of a pooling window.", unit: "px", default: 5 }),
    n: param(int({ min: 0, max: 10_000 }), { doc: "How often is pooled.", default: 3 }),
    act: param(bool, { doc: "Whether the first convolution has an activation.", default: false }),
    shortcut: param(bool, { doc: "Whether the input is added.", default: false }),
  },
  infer({ x }, { c2, k, n, act, shortcut }, _, call) {
    const run = runner(call),
      pad = half(k);
    const first = run("cv1", conv, x, { c2: whole(x.C, half) as number, act });
    // One module, used again on its own result.
    const pooled = [first];
    for (let i = 0; i < n; i++)
      pooled.push(run("m", maxPool2d, pooled[i]!, { kernel_size: [k, k], stride: [1, 1], padding: [pad, pad] }));
    const y = run("cv2", conv, joined(run, pooled), { c2 });
    return { y: shortcut && x.C === c2 ? added(run, x, y) : y };
  },
});
