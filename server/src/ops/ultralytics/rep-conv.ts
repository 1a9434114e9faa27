import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool, int } from "../../core/types";
import { batchNorm2d } from "../batch-norm2d";
import { identity } from "../identity";
import { silu } from "../silu";
import { conv, params } from "./conv";
import { added, block, runner } from "./parts";
import { only } from "./rep-vgg";

const { c2, g, d, act } = params;

export const repConv = op({
  name: "RepConv",
  summary: "A 3×3 and a 1×1 convolution, added; one convolution after training.",
  traits: ["convolution"],
  ...block,
  params: {
    c2,
    k: param(only(3), { doc: "Side of the larger filters.", unit: "px", default: 3 }),
    s: param(int({ min: 1, suggest: [1, 2] }), { doc: "Step between two windows.", unit: "px", default: 1 }),
    p: param(only(1), { doc: "Zeros added on every side.", unit: "px", default: 1 }),
    g,
    d: { ...d, doc: "Not used." },
    act,
    bn: param(bool, {
      doc: "Whether the input itself is normalised and added as well, where it can be.",
      default: false,
    }),
    deploy: param(bool, { doc: "Not used.", default: false }),
  },
  infer({ x }, { c2, s, g, act, bn }, _, call) {
    const run = runner(call),
      step = { c2, s: [s, s], g, act: false },
      blame = { c2: "c2", g: "g" };
    const small = call("conv2", conv, { x }, step, blame).y;
    const large = call("conv1", conv, { x }, { ...step, k: [3, 3] }, blame).y;
    const both = added(run, large, small);
    const sum = bn && x.C === c2 && s === 1 ? added(run, both, run("bn", batchNorm2d, x)) : both;
    return { y: run("act", act === true ? silu : identity, sum) };
  },
});
