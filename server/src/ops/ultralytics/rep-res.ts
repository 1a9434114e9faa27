import { op } from "../../core/op";
import { conv } from "./conv";
import { added, block, runner, share } from "./parts";
import { repVgg } from "./rep-vgg";
import { res } from "./res";
import { yolov7 } from "./sources";

export const repRes = op({
  name: "RepRes",
  summary: "A residual block whose middle convolution is RepConv.",
  source: yolov7,
  traits: ["convolution"],
  ...block,
  params: res.params,
  infer({ x }, { c2, shortcut, g, e }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    const y = run("cv3", conv, run("cv2", repVgg, run("cv1", conv, x, { c2: h }), { c2: h, g }), { c2 });
    return { y: shortcut && x.C === c2 ? added(run, x, y) : y };
  },
});
