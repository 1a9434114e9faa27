import { op } from "../../core/op";
import { conv } from "./conv";
import { added, block, c2, g, ratio, runner, share, shortcutOn } from "./parts";

export const res = op({
  name: "Res",
  summary: "Three convolutions, the middle one of fewer channels; the input is added where the channels agree.",
  traits: ["convolution"],
  ...block,
  params: { c2, shortcut: shortcutOn, g, e: ratio(0.5) },
  infer({ x }, { c2, shortcut, g, e }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    const y = run("cv3", conv, run("cv2", conv, run("cv1", conv, x, { c2: h }), { c2: h, k: [3, 3], g }), { c2 });
    return { y: shortcut && x.C === c2 ? added(run, x, y) : y };
  },
});
