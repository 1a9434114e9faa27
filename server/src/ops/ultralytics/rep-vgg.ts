import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool, int, labelled, orNull } from "../../core/types";
import { batchNorm2d } from "../batch-norm2d";
import { conv2d } from "../conv2d";
import { identity } from "../identity";
import { silu } from "../silu";
import { params as common } from "./conv";
import { added, block, type Image, runner } from "./parts";

export const only = (number: number) => labelled(int({ min: number, max: number, suggest: [number] }), String(number));

export const repVgg = op({
  name: "RepVGG",
  summary: "A 3×3 and a 1×1 convolution and the input itself, each normalised, added; one convolution after training.",
  traits: ["convolution"],
  ...block,
  params: {
    c2: common.c2,
    k: param(only(3), { doc: "Side of the larger filters.", unit: "px", default: 3 }),
    s: param(int({ min: 1, suggest: [1, 2] }), { doc: "Step between two windows.", unit: "px", default: 1 }),
    p: param(orNull(only(1)), { doc: "Zeros added on every side.", unit: "px", default: null }),
    g: common.g,
    act: common.act,
    deploy: param(bool, { doc: "Whether all of it is already one convolution.", default: false }),
  },
  infer({ x }, { c2, s, g, act, deploy }, _, call) {
    const run = runner(call);
    const convolved = (name: string, side: number, bias: boolean): Image =>
      call(
        name,
        conv2d,
        { x },
        {
          out_channels: c2,
          kernel_size: [side, side],
          stride: [s, s],
          padding: [(side - 1) / 2, (side - 1) / 2],
          groups: g,
          bias,
        },
        { out_channels: "c2", stride: "s", groups: "g" },
      ).y;
    const bend = (y: Image) => ({ y: run("act", act === true ? silu : identity, y) });
    if (deploy) return bend(convolved("rbr_reparam", 3, true));
    const large = run("rbr_dense.1", batchNorm2d, convolved("rbr_dense.0", 3, false));
    const small = run("rbr_1x1.1", batchNorm2d, convolved("rbr_1x1.0", 1, false));
    const sum = added(run, large, small);
    return bend(x.C === c2 && s === 1 ? added(run, sum, run("rbr_identity", batchNorm2d, x)) : sum);
  },
});
