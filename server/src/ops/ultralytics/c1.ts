import { op } from "../../core/op";
import { conv } from "./conv";
import { block, c2, chain, n, runner } from "./parts";

export const c1 = op({
  name: "C1",
  summary: "A 1×1 convolution and a chain of 3×3 ones, added.",
  ...block,
  params: { c2, n },
  infer({ x }, { c2, n }, _, call) {
    const run = runner(call);
    return { y: chain(run, "m", n, conv, run("cv1", conv, x, { c2 }), { c2, k: [3, 3] }).at(-1)! };
  },
});
