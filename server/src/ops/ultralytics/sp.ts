import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { maxPool2d } from "../max-pool2d";
import { block, half, runner } from "./parts";

export const sp = op({
  name: "SP",
  summary: "Max pooling with a border that keeps the size at stride one.",
  traits: ["pooling"],
  ...block,
  params: {
    k: param(int({ min: 1, suggest: [5, 9, 13] }), { doc: "Side of a window.", unit: "px", default: 3 }),
    s: param(int({ min: 1 }), { doc: "Step between two windows.", unit: "px", default: 1 }),
  },
  infer({ x }, { k, s }, _, call) {
    const pad = half(k);
    return { y: runner(call)("m", maxPool2d, x, { kernel_size: [k, k], stride: [s, s], padding: [pad, pad] }) };
  },
});
