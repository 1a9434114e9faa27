import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool } from "../../core/types";
import { batchNorm2d } from "../batch-norm2d";
import { identity } from "../identity";
import { silu } from "../silu";
import { conv, params } from "./conv";
import { added, block, runner } from "./parts";

const { c2, k, s, p, g, d, act } = params;

export const repConv = op({
  name: "RepConv",
  summary: "A 3×3 and a 1×1 convolution, added; one convolution after training.",
  traits: ["convolution"],
  ...block,
  params: {
    c2,
    k: { ...k, default: [3, 3] },
    s,
    p,
    g,
    d,
    act,
    bn: param(bool, {
      doc: "Whether the input itself, normalised, is added where it has the same shape.",
      default: false,
    }),
  },
  infer({ x }, { c2, k, s, g, act, bn }, _, call) {
    const run = runner(call);
    const small = run("conv2", conv, x, { c2, s, g, act: false });
    const large = run("conv1", conv, x, { c2, k, s, g, act: false });
    const sum = added(run, large, small);
    const stays = bn && x.C === c2 && s.every((step) => step === 1);
    const all = stays ? added(run, sum, run("bn", batchNorm2d, x)) : sum;
    return { y: run("act", act === true ? silu : identity, all) };
  },
});
