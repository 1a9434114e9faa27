import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { maxPool2d } from "../max-pool2d";
import { block, runner } from "./parts";

export const mp = op({
  name: "MP",
  summary: "Max pooling over windows side by side.",
  traits: ["pooling"],
  ...block,
  params: {
    k: param(int({ min: 1 }), { doc: "Side of a pooling window, and step between two.", unit: "px", default: 2 }),
  },
  infer: ({ x }, { k }, _, call) => ({
    y: runner(call)("m", maxPool2d, x, { kernel_size: [k, k], stride: [k, k] }),
  }),
});
