import { add, mul } from "../../core/dim";
import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { gelu } from "../gelu";
import { identity } from "../identity";
import { block, runner } from "./parts";

export const aifi = op({
  name: "AIFI",
  summary: "A layer of a transformer over all pixels.",
  ...block,
  params: {
    cm: param(int({ min: 1 }), { doc: "Width of the inner network.", default: 2048 }),
    num_heads: param(int({ min: 1 }), { doc: "Number of heads.", default: 8 }),
  },
  infer({ x }, _args, _must, call) {
    const run = runner(call);
    for (const name of ["dropout", "dropout1", "dropout2"]) run(name, identity, x);
    run("act", gelu, x);
    return { y: x };
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
  /** Four projections and the inner network for every pixel, and every pixel against every other, twice. */
  macs: ({ x: { C, H, W } }, { cm }) => [H, W, C, add(mul(4, C), 2 * cm, mul(2, H, W))],
});
