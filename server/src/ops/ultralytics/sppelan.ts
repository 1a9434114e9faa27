import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { maxPool2d } from "../max-pool2d";
import { conv } from "./conv";
import { block, c2, chain, half, joined, runner } from "./parts";

export const sppelan = op({
  name: "SPPELAN",
  summary: "A narrow convolution, max pooling three times in a row, all of it joined.",
  traits: ["pooling"],
  ...block,
  params: {
    c2,
    c3: param(int({ min: 1 }), { doc: "Channels inside; never scaled.", unit: "channels" }),
    k: param(int({ min: 1 }), { doc: "Side of a pooling window.", unit: "px", default: 5 }),
  },
  infer({ x }, { c2, c3, k }, _, call) {
    const run = runner(call);
    const pooled = chain(run, "m", 3, maxPool2d, run("cv1", conv, x, { c2: c3 }), {
      kernel_size: [k, k],
      stride: [1, 1],
      padding: [half(k), half(k)],
    });
    return { y: run("cv5", conv, joined(run, pooled), { c2 }) };
  },
});
