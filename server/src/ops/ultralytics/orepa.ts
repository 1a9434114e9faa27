import { add, type Dim, floorDiv, mul } from "../../core/dim";
import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { block, c2 } from "./parts";

/** How many times wider the depthwise part of the filters is. */
const wider = 8;

/** Positions of a 3×3 window with a border of one. */
const positions = (size: Dim, step: number): Dim => add(floorDiv(add(size, -1), step), 1);

export const orepa = op({
  name: "OREPA",
  summary: "A 3×3 convolution whose filters are put together from six learned parts, one filter each in use.",
  traits: ["convolution"],
  ...block,
  params: { c2, s: param(int({ min: 1 }), { doc: "Step between two windows.", unit: "px", default: 1 }) },
  infer: ({ x }, { c2, s }) => ({ y: { ...x, C: c2, H: positions(x.H, s), W: positions(x.W, s) } }),
  weights: ({ x: { C } }, { c2, s }) => [
    weight("weight_rbr_origin", [c2, C, 3, 3]),
    weight("weight_rbr_avg_conv", [c2, C, 1, 1]),
    weight("weight_rbr_pfir_conv", [c2, C, 1, 1]),
    weight("weight_rbr_1x1_kxk_idconv1", [C, C, 1, 1]),
    weight("weight_rbr_1x1_kxk_conv2", [c2, C, 3, 3]),
    weight("weight_rbr_gconv_dw", [mul(wider, C), 1, 3, 3]),
    weight("weight_rbr_gconv_pw", [c2, mul(wider, C), 1, 1]),
    // One factor for every part and filter, and one for the input itself where it could be added.
    weight("vector", [C === c2 && s === 1 ? 6 : 5, c2]),
  ],
  /** The filters are put together once for a batch; for an image they are those of one convolution. */
  macs: ({ x }, _, { y }) => [y.C, y.H, y.W, x.C, 3, 3],
  reach: (_, { s }) => ({
    H: { kind: "window", kernel: 3, stride: s, pad: 1 },
    W: { kind: "window", kernel: 3, stride: s, pad: 1 },
  }),
});
