import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool, int, perAxis } from "../../core/types";
import { batchNorm2d } from "../batch-norm2d";
import { convTranspose2d } from "../conv-transpose2d";
import { identity } from "../identity";
import { silu } from "../silu";
import { params } from "./conv";
import { block, runner } from "./parts";
import { convolutions } from "./sources";

const { c2, act } = params;

export const convTranspose = op({
  name: "ConvTranspose",
  summary: "A transposed convolution, a normalisation and an activation.",
  source: convolutions,
  traits: ["convolution"],
  ...block,
  params: {
    c2,
    k: param(perAxis(int({ min: 1, suggest: [2] })), {
      doc: "Height and width of a filter.",
      unit: "px",
      default: [2, 2],
    }),
    s: param(perAxis(int({ min: 1, suggest: [2] })), {
      doc: "Step from one stamp to the next.",
      unit: "px",
      default: [2, 2],
    }),
    p: param(perAxis(int({ min: 0 })), { doc: "Border cut off on every side.", unit: "px", default: [0, 0] }),
    bn: param(bool, { doc: "Whether the result is normalised; if not, every filter adds a constant.", default: true }),
    act,
  },
  infer({ x }, { c2, k, s, p, bn, act }, _, call) {
    const { y } = call(
      "conv_transpose",
      convTranspose2d,
      { x },
      { out_channels: c2, kernel_size: k, stride: s, padding: p, bias: !bn },
      { out_channels: "c2", kernel_size: "k", stride: "s", padding: "p" },
    );
    const run = runner(call);
    const normed = bn ? run("bn", batchNorm2d, y) : run("bn", identity, y);
    return { y: run("act", act === true ? silu : identity, normed) };
  },
});
