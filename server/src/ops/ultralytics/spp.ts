import { whole } from "../../core/dim";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, list } from "../../core/types";
import { maxPool2d } from "../max-pool2d";
import { conv } from "./conv";
import { block, c2, half, joined, runner } from "./parts";

export const spp = op({
  name: "SPP",
  summary: "Max pooling over windows of several sizes, joined.",
  traits: ["pooling"],
  ...block,
  params: {
    c2,
    k: param(list(int({ min: 1 })), { doc: "Sides of the pooling windows.", unit: "px", default: [5, 9, 13] }),
  },
  infer({ x }, { c2, k }, _, call) {
    const run = runner(call);
    const first = run("cv1", conv, x, { c2: whole(x.C, half) as number });
    const pooled = k.map((side, i) =>
      run(`m.${i}`, maxPool2d, first, { kernel_size: [side, side], stride: [1, 1], padding: [half(side), half(side)] }),
    );
    return { y: run("cv2", conv, joined(run, [first, ...pooled]), { c2 }) };
  },
});
