import { op } from "../../core/op";
import { c3Frame, params } from "./c3";
import { ghostBottleneck } from "./ghost-bottleneck";
import { block, chain, runner, share } from "./parts";

export const c3Ghost = op({
  name: "C3Ghost",
  summary: "C3 whose inner blocks are ghost bottlenecks.",
  ...block,
  params,
  infer({ x }, { c2, e, n }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    return { y: c3Frame(run, x, c2, h, (start) => chain(run, "m", n, ghostBottleneck, start, { c2: h }).at(-1)!) };
  },
});
