import { compare } from "../../core/dim";
import { gcd } from "../../core/divisors";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool, int, list } from "../../core/types";
import { batchNorm2d } from "../batch-norm2d";
import { conv2d } from "../conv2d";
import { silu } from "../silu";
import { added, block, c2, half, joined, runner } from "./parts";
import { yolov5Experimental } from "./sources";

export const mixConv2d = op({
  name: "MixConv2d",
  summary: "Convolutions with filters of several sizes, side by side.",
  source: yolov5Experimental,
  traits: ["convolution"],
  ...block,
  params: {
    c2,
    k: param(list(int({ min: 1 })), { doc: "Sides of the filters.", unit: "px", default: [1, 3] }),
    s: param(int({ min: 1 }), { doc: "Step between two windows.", unit: "px", default: 1 }),
    equal_ch: param(bool, { doc: "Whether all sizes get equally many filters, or as many weights.", default: true }),
    residual: param(bool, {
      doc: "Whether filters read all channels and the input is added, as in YOLOv7.",
      default: false,
    }),
  },
  constraints: {
    "shares-add-up": "The filters of all sizes together must be as many as `c2`.",
    "channels-stay": "Where the input is added, the block must give as many channels as it gets.",
  },
  infer({ x }, { c2, k, s, equal_ch, residual }, must, call) {
    const shares = equal_ch ? equally(c2, k.length) : byWeights(c2, k);
    const sum = shares.reduce((all, one) => all + one, 0);
    must(
      "shares-add-up",
      Number.isNaN(sum) || sum === c2 ? "yes" : "no",
      { arg: "c2" },
      say`${shares.join(" + ")} = ${sum} filters, not ${c2}`,
    );
    const message = say`${x.C} channels come in and ${c2} should be added to them`;
    must("channels-stay", residual ? compare(x.C, c2) : "yes", { arg: "c2" }, message);
    const run = runner(call);
    const results = k.map((side, i) =>
      run(`m.${i}`, conv2d, x, {
        out_channels: shares[i]!,
        kernel_size: [side, side],
        stride: [s, s],
        padding: [half(side), half(side)],
        groups: residual || typeof x.C !== "number" || Number.isNaN(sum) ? 1 : gcd(x.C, shares[i]!),
        bias: false,
      }),
    );
    const y = run("act", silu, run("bn", batchNorm2d, joined(run, results)));
    return { y: residual ? added(run, x, y) : y };
  },
});

/** As the library shares out: filter j goes where j, on a line from nothing to just below `count`, falls. */
function equally(filters: number, count: number): readonly number[] {
  const shares = Array<number>(count).fill(0);
  const step = filters > 1 ? (count - 1e-6) / (filters - 1) : 0;
  for (let j = 0; j < filters; j++) shares[Math.floor(j * step)]!++;
  return shares;
}

/** Larger filters are fewer; a share just between two whole numbers is rounded by chance, so nothing is said of it. */
function byWeights(filters: number, k: readonly number[]): readonly number[] {
  const all = k.reduce((sum, side) => sum + 1 / side ** 2, 0);
  return k.map((side) => {
    const share = filters / side ** 2 / all;
    return Math.abs(share - Math.floor(share) - 0.5) < 1e-6 ? Number.NaN : Math.round(share);
  });
}
