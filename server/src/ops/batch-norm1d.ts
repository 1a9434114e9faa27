import { mul } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { normOf, normWeights } from "./families/normalisation";

/** Of vectors and of sequences. */
export const batchNorm1d = op({
  ...normOf("BatchNorm1d"),
  inputs: { x: "N C ..." },
  outputs: { y: "N C ..." },
  constraints: { "at-most-one-length": "The input has channels, and at most one more axis." },
  infer({ x }, _, must) {
    const { length } = x.rest;
    const shape = [x.C, ...x.rest];
    const instead = length === 2 || length === 3 ? say`, which BatchNorm${length}d reads` : say``;
    const message = say`BatchNorm1d reads [C] or [C, L], but its input is ${shape}${instead}`;
    must("at-most-one-length", length <= 1 ? "yes" : "no", "op", message);
    return { y: x };
  },
  averaged: ({ x }) => ({ values: mul(...x.rest), overBatch: true }),
  weights: ({ x }, args) => normWeights(x.C, args),
});
