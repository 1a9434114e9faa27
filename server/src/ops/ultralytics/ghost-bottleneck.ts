import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { identity } from "../identity";
import { conv } from "./conv";
import { dwConv } from "./dw-conv";
import { ghostConv } from "./ghost-conv";
import { block, c2, half, runner } from "./parts";

export const ghostBottleneck = op({
  name: "GhostBottleneck",
  summary: "Two ghost convolutions, with a depthwise one between them where the image gets smaller.",
  ...block,
  params: {
    c2,
    k: param(int({ min: 1 }), { doc: "Side of the depthwise filters.", unit: "px", default: 3 }),
    s: param(int({ min: 1, max: 2 }), { doc: "Step between two windows.", unit: "px", default: 1 }),
  },
  infer({ x }, { c2, k, s }, _, call) {
    const run = runner(call),
      h = half(c2),
      smaller = { k: [k, k], s: [s, s], act: false };
    const first = run("conv.0", ghostConv, x, { c2: h });
    const middle = s === 2 ? run("conv.1", dwConv, first, { c2: h, ...smaller }) : run("conv.1", identity, first);
    if (s === 2)
      run("shortcut.1", conv, run("shortcut.0", dwConv, x, { c2: Number(x.C), ...smaller }), { c2, act: false });
    else run("shortcut", identity, x);
    return { y: run("conv.2", ghostConv, middle, { c2, act: false }) };
  },
});
