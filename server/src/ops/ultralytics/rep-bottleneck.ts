import { say } from "../../core/message";
import { op } from "../../core/op";
import { conv } from "./conv";
import { added, block, c2, g, ratio, runner, share, shortcutOn } from "./parts";
import { repVgg } from "./rep-vgg";
import { yolov7 } from "./sources";

export const innerWidths = {
  "inner-widths-agree": "The first convolution gives half of the channels whatever is asked for, so `e` must be 0.5.",
} as const;

export const repBottleneck = op({
  name: "RepBottleneck",
  summary: "A bottleneck whose second convolution is RepConv; the input is added where the channels agree.",
  source: yolov7,
  traits: ["convolution"],
  ...block,
  params: { c2, shortcut: { ...shortcutOn, doc: "Not used." }, g, e: ratio(0.5) },
  constraints: innerWidths,
  infer({ x }, { c2, g, e }, must, call) {
    const run = runner(call),
      given = share(c2, 0.5),
      read = share(c2, e);
    const message = say`the first convolution gives half of ${c2} channels, ${given}, but the second reads ${read}`;
    must("inner-widths-agree", given === read ? "yes" : "no", { arg: "e" }, message);
    const y = run("cv2", repVgg, run("cv1", conv, x, { c2: given }), { c2, g });
    return { y: x.C === c2 ? added(run, x, y) : y };
  },
});
