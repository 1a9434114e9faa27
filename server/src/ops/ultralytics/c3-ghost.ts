import { op } from "../../core/op";
import { c3Frame, params } from "./c3";
import { ghostBottleneck } from "./ghost-bottleneck";
import { groupsFit, mustGroup } from "./groups-fit";
import { block, chain, runner, share } from "./parts";

export const c3Ghost = op({
  name: "C3Ghost",
  summary: "C3 whose inner blocks are ghost bottlenecks.",
  ...block,
  params,
  constraints: groupsFit,
  infer({ x }, { c2, g, e, n }, must, call) {
    const run = runner(call),
      h = share(c2, e);
    mustGroup([h], g, n, must);
    return { y: c3Frame(run, x, c2, h, (start) => chain(run, "m", n, ghostBottleneck, start, { c2: h }).at(-1)!) };
  },
});
