import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { maxPool2d } from "../max-pool2d";
import { relu } from "../relu";
import { zeroPad2d } from "../zero-pad2d";
import { conv } from "./conv";
import { block, half, joined, runner } from "./parts";

export const hgStem = op({
  name: "HGStem",
  summary: "The beginning of HGNet: to a quarter of the size, by two ways.",
  ...block,
  params: {
    cm: param(int({ min: 1 }), { doc: "Channels inside; never scaled.", unit: "channels" }),
    c2: param(int({ min: 1 }), { doc: "Output channels; never scaled.", unit: "channels" }),
  },
  infer({ x }, { cm, c2 }, _, call) {
    const run = runner(call),
      more = { padding: [0, 1, 0, 1] },
      tight = { act: relu, k: [2, 2], p: [0, 0] };
    const stem = run("", zeroPad2d, run("stem1", conv, x, { act: relu, c2: cm, k: [3, 3], s: [2, 2] }), more);
    const narrow = run("stem2a", conv, stem, { c2: half(cm), ...tight });
    const convolved = run("stem2b", conv, run("", zeroPad2d, narrow, more), { c2: cm, ...tight });
    const pooled = run("pool", maxPool2d, stem, { kernel_size: [2, 2], stride: [1, 1] });
    const small = run("stem3", conv, joined(run, [pooled, convolved]), { act: relu, c2: cm, k: [3, 3], s: [2, 2] });
    return { y: run("stem4", conv, small, { act: relu, c2 }) };
  },
});
