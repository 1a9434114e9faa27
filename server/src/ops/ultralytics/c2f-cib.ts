import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool } from "../../core/types";
import { cib } from "./cib";
import { conv } from "./conv";
import { groupsFit, mustGroup } from "./groups-fit";
import { block, c2, chain, g, halves, joined, n, ratio, runner, share, shortcutOff } from "./parts";

export const c2fCib = op({
  name: "C2fCIB",
  summary: "C2f whose inner blocks are depthwise.",
  ...block,
  params: {
    c2,
    shortcut: shortcutOff,
    lk: param(bool, { doc: "Whether inner blocks have a 7×7 kernel.", default: false }),
    g,
    e: ratio(0.5),
    n,
  },
  constraints: groupsFit,
  infer({ x }, { c2, shortcut, lk, g, e, n }, must, call) {
    const run = runner(call),
      h = share(c2, e);
    mustGroup([h], g, n, must);
    const [first, second] = halves(run("cv1", conv, x, { c2: 2 * h }), h);
    return {
      y: run("cv2", conv, joined(run, [first, ...chain(run, "m", n, cib, second, { c2: h, shortcut, e: 1, lk })]), {
        c2,
      }),
    };
  },
});
