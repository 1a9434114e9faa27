import { add } from "../../core/dim";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, list } from "../../core/types";
import { conv2d } from "../conv2d";

export const cbLinear = op({
  name: "CBLinear",
  summary: "One convolution whose result is cut into several images.",
  traits: ["convolution"],
  inputs: { x: "N C H W" },
  outputs: { ys: "N C H W+" },
  params: {
    c2s: param(list(int({ min: 1 })), { doc: "Channels of each piece; never scaled.", unit: "channels" }),
    k: param(int({ min: 1 }), { doc: "Side of a filter.", unit: "px", default: 1 }),
    s: param(int({ min: 1 }), { doc: "Step between two windows.", unit: "px", default: 1 }),
  },
  infer({ x }, { c2s, k, s }, _, call) {
    const pad = Math.floor(k / 2);
    const { y } = call(
      "conv",
      conv2d,
      { x },
      {
        out_channels: Number(add(...c2s)),
        kernel_size: [k, k],
        stride: [s, s],
        padding: [pad, pad],
      },
    );
    return { ys: c2s.map((C) => ({ ...y, C })) };
  },
});
