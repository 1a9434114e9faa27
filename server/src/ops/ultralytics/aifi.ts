import { add, divisible, mul } from "../../core/dim";
import { say } from "../../core/message";
import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { anything, bool, int, number } from "../../core/types";
import { gelu } from "../gelu";
import { identity } from "../identity";
import { attend } from "./attend";
import { block, runner } from "./parts";

export const aifi = op({
  name: "AIFI",
  summary: "A layer of a transformer over all pixels.",
  ...block,
  params: {
    cm: param(int({ min: 1 }), { doc: "Width of the inner network.", default: 2048 }),
    num_heads: param(int({ min: 1 }), { doc: "Number of heads.", default: 8 }),
    dropout: param(number({ min: 0, max: 1 }), { doc: "Share of values set to zero while training.", default: 0 }),
    act: param(anything, { doc: "The activation inside.", default: "nn.GELU()" }),
    normalize_before: param(bool, { doc: "Whether each part is normalised before, not behind.", default: false }),
  },
  constraints: {
    "heads-divide-features": "Each head has an equal share of the channels.",
    "places-need-fours": "A quarter of the channels each tells rows and columns apart by sine and cosine.",
  },
  infer({ x }, { num_heads }, must, call) {
    const message = say`${x.C} channels cannot be split into ${num_heads} heads`;
    must("heads-divide-features", divisible(x.C, num_heads), { arg: "num_heads" }, message);
    must("places-need-fours", divisible(x.C, 4), { input: "x" }, say`${x.C} channels are no multiple of 4`);
    const run = runner(call);
    for (const name of ["dropout", "dropout1", "dropout2"]) run(name, identity, x);
    run("act", gelu, x);
    return { y: run("", attend, x, { keys: Number(x.C) }) };
  },
  weights: ({ x: { C } }, { cm }) => [
    weight("ma.in_proj_weight", [mul(3, C), C]),
    weight("ma.in_proj_bias", [mul(3, C)]),
    weight("ma.out_proj.weight", [C, C]),
    weight("ma.out_proj.bias", [C]),
    weight("fc1.weight", [cm, C]),
    weight("fc1.bias", [cm]),
    weight("fc2.weight", [C, cm]),
    weight("fc2.bias", [C]),
    ...["norm1", "norm2"].flatMap((norm) => [weight(`${norm}.weight`, [C]), weight(`${norm}.bias`, [C])]),
  ],
  /** Four projections and the inner network for every pixel. */
  macs: ({ x: { C, H, W } }, { cm }) => [H, W, C, add(mul(4, C), 2 * cm)],
});
