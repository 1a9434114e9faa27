import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { conv } from "./conv";
import { added, block, c2, g, ratio, runner, share, shortcutOff } from "./parts";
import { yolov5 } from "./sources";

export const crossConv = op({
  name: "CrossConv",
  summary: "Two convolutions: one along rows, one along columns.",
  source: yolov5,
  traits: ["convolution"],
  ...block,
  params: {
    c2,
    k: param(int({ min: 1, suggest: [3] }), { doc: "Length of a filter.", unit: "px", default: 3 }),
    s: param(int({ min: 1, suggest: [1, 2] }), { doc: "Step between two windows.", unit: "px", default: 1 }),
    g,
    e: ratio(1),
    shortcut: { ...shortcutOff, doc: "Whether the input is added where the channels agree." },
  },
  infer({ x }, { c2, k, s, g, e, shortcut }, _, call) {
    const run = runner(call);
    const along = run("cv1", conv, x, { c2: share(c2, e), k: [1, k], s: [1, s] });
    const y = run("cv2", conv, along, { c2, k: [k, 1], s: [s, 1], g });
    return { y: shortcut && x.C === c2 ? added(run, x, y) : y };
  },
});
