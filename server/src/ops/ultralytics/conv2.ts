import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, optional, perAxis } from "../../core/types";
import { batchNorm2d } from "../batch-norm2d";
import { conv2d } from "../conv2d";
import { identity } from "../identity";
import { around, params as common } from "./conv";
import { defaultActivation } from "./default-activation";
import { added, block, type Image, runner } from "./parts";
import { convolutions } from "./sources";

export const conv2 = op({
  name: "Conv2",
  summary: "Conv with a 1×1 convolution beside its own, added before both are normalised.",
  source: convolutions,
  traits: ["convolution"],
  ...block,
  params: {
    c2: common.c2,
    k: { ...common.k, default: [3, 3] },
    s: common.s,
    p: param(optional(perAxis(int({ min: 0 }))), {
      doc: "Zeros added on every side, of both alike; if null, each keeps the size at stride 1.",
      unit: "px",
    }),
    g: common.g,
    d: common.d,
    act: common.act,
  },
  infer({ x }, { c2, k, s, p, g, d, act }, _, call) {
    const run = runner(call);
    const bare = (name: string, kernel: readonly number[]): Image =>
      call(
        name,
        conv2d,
        { x },
        {
          out_channels: c2,
          kernel_size: kernel,
          stride: s,
          padding: p ?? around(kernel, d),
          dilation: [d, d],
          groups: g,
          bias: false,
        },
        { out_channels: "c2", kernel_size: "k", stride: "s", padding: "p", dilation: "d", groups: "g" },
      ).y;
    const both = added(run, bare("conv", k), bare("cv2", [1, 1]));
    return { y: run("act", act === true ? defaultActivation : identity, run("bn", batchNorm2d, both)) };
  },
});
