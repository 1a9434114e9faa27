import { op } from "../../core/op";
import { bottleneck } from "./bottleneck";
import { c3Frame, params } from "./c3";
import { block, chain, runner, share } from "./parts";

export const c3k = op({
  name: "C3k",
  summary: "C3 with 3×3 kernels throughout.",
  ...block,
  params,
  infer({ x }, { c2, shortcut, g, e, n }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    return {
      y: c3Frame(run, x, c2, h, (start) => chain(run, "m", n, bottleneck, start, { c2: h, shortcut, g, e: 1 }).at(-1)!),
    };
  },
});
