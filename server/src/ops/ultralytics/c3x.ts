import { op } from "../../core/op";
import { bottleneck } from "./bottleneck";
import { c3Frame, params } from "./c3";
import { block, chain, runner, share } from "./parts";
import { blocks } from "./sources";

/** A row of three, then a column of three. */
const k = [
  [1, 3],
  [3, 1],
];

export const c3x = op({
  name: "C3x",
  summary: "C3 whose bottlenecks look along a row, then along a column.",
  source: blocks,
  ...block,
  params,
  infer({ x }, { c2, shortcut, g, e, n }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    return {
      y: c3Frame(
        run,
        x,
        c2,
        h,
        (start) => chain(run, "m", n, bottleneck, start, { c2: h, shortcut, g, k, e: 1 }).at(-1)!,
      ),
    };
  },
});
