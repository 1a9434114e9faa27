import { add } from "../../core/dim";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, list } from "../../core/types";
import { conv2d } from "../conv2d";
import { params } from "./conv";
import { part } from "./parts";

const { k, s, p, g } = params;

export const cbLinear = op({
  name: "CBLinear",
  summary: "One convolution whose result is cut into several images.",
  traits: ["convolution"],
  inputs: { x: "N C H W" },
  outputs: { ys: "N C H W+" },
  params: {
    c2s: param(list(int({ min: 1 })), { doc: "Channels of each piece; never scaled.", unit: "channels" }),
    k,
    s,
    p,
    g,
  },
  infer({ x }, { c2s, k, s, p, g }, _, call) {
    const { y } = call(
      "conv",
      conv2d,
      { x },
      { out_channels: Number(add(...c2s)), kernel_size: k, stride: s, padding: p, groups: g },
      { out_channels: "c2s", kernel_size: "k", stride: "s", padding: "p", groups: "g" },
    );
    return { ys: c2s.map((C, i) => part(y, Number(add(...c2s.slice(0, i))), C)) };
  },
});
