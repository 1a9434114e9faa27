import { op } from "../../core/op";
import { batchNorm2d } from "../batch-norm2d";
import { conv2d } from "../conv2d";
import { silu } from "../silu";
import { bottleneck } from "./bottleneck";
import { conv } from "./conv";
import { block, c2, chain, g, type Image, joined, n, ratio, runner, share, shortcutOn } from "./parts";
import { blocks } from "./sources";

export const bottleneckCsp = op({
  name: "BottleneckCSP",
  summary: "Two ways, one of them a chain of bottlenecks; normalised only where they meet.",
  source: blocks,
  traits: ["convolution"],
  ...block,
  params: { c2, shortcut: shortcutOn, g, e: ratio(0.5), n, k: bottleneck.params.k },
  infer({ x }, { c2, shortcut, g, e, n, k }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    const bare = (name: string, image: Image): Image =>
      run(name, conv2d, image, { out_channels: h, kernel_size: [1, 1], bias: false });
    const through = chain(run, "m", n, bottleneck, run("cv1", conv, x, { c2: h }), { c2: h, shortcut, g, k, e: 1 });
    const together = joined(run, [bare("cv3", through.at(-1)!), bare("cv2", x)]);
    return { y: run("cv4", conv, run("act", silu, run("bn", batchNorm2d, together)), { c2 }) };
  },
});
