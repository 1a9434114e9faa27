import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, listOf, perAxis } from "../../core/types";
import { conv } from "./conv";
import { added, block, c2, g, ratio, runner, share, shortcutOn } from "./parts";

export const bottleneck = op({
  name: "Bottleneck",
  summary: "Two convolutions, the first of fewer channels; the input is added where the channels agree.",
  ...block,
  params: {
    c2,
    shortcut: shortcutOn,
    g,
    k: param(listOf(perAxis(int({ min: 1 })), [2]), {
      doc: "Kernels of the two convolutions.",
      unit: "px",
      default: [
        [3, 3],
        [3, 3],
      ],
    }),
    e: ratio(0.5),
  },
  infer({ x }, { c2, shortcut, g, k, e }, _, call) {
    const run = runner(call);
    const inside = run("cv1", conv, x, { c2: share(c2, e), k: k[0]! });
    const y = run("cv2", conv, inside, { c2, k: k[1]!, g });
    return { y: shortcut && x.C === c2 ? added(run, x, y) : y };
  },
});
