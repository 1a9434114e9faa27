import { compare } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { identity } from "../identity";
import { conv } from "./conv";
import { dwConv } from "./dw-conv";
import { ghostConv } from "./ghost-conv";
import { added, block, c2, half, runner } from "./parts";

export const ghostBottleneck = op({
  name: "GhostBottleneck",
  summary: "Two ghost convolutions, with a depthwise one between them where the image gets smaller.",
  ...block,
  params: {
    c2,
    k: param(int({ min: 1 }), { doc: "Side of the depthwise filters.", unit: "px", default: 3 }),
    s: param(int({ min: 1, suggest: [1, 2] }), {
      doc: "Step between two windows; of 2 only, any other is 1.",
      unit: "px",
      default: 1,
    }),
  },
  constraints: { "channels-stay": "At step 1 the block must give as many channels as it gets, for both are added." },
  infer({ x }, { c2, k, s }, must, call) {
    const message = say`${x.C} channels come in and ${2 * half(c2)} should be added to them`;
    must("channels-stay", s === 2 ? "yes" : compare(x.C, 2 * half(c2)), { arg: "c2" }, message);
    const run = runner(call),
      h = half(c2),
      smaller = { k: [k, k], s: [s, s], act: false };
    const first = run("conv.0", ghostConv, x, { c2: h });
    const middle = s === 2 ? run("conv.1", dwConv, first, { c2: h, ...smaller }) : run("conv.1", identity, first);
    const around =
      s === 2
        ? run("shortcut.1", conv, run("shortcut.0", dwConv, x, { c2: Number(x.C), ...smaller }), { c2, act: false })
        : run("shortcut", identity, x);
    return { y: added(run, run("conv.2", ghostConv, middle, { c2, act: false }), around) };
  },
});
