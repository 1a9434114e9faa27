import { type Op, op } from "../../core/op";
import { from, param } from "../../core/param";
import { anything, int, orNull, perAxis } from "../../core/types";
import { batchNorm2d } from "../batch-norm2d";
import { conv2d } from "../conv2d";
import { identity } from "../identity";
import { relu } from "../relu";
import { defaultActivation } from "./default-activation";
import { block, c2, runner } from "./parts";

const pixels = perAxis(int({ min: 1, suggest: [1, 3] }));

export const params = {
  c2,
  k: param(pixels, { doc: "Height and width of a filter.", unit: "px", default: [1, 1] }),
  s: param(perAxis(int({ min: 1, suggest: [1, 2] })), {
    doc: "Step between two windows.",
    unit: "px",
    default: [1, 1],
  }),
  p: param(orNull(perAxis(int({ min: 0 }))), {
    doc: "Zeros added on every side.",
    unit: "px",
    default: from("what keeps the size at stride 1", ({ k, d = 1 }) => around(k, d)),
  }),
  g: param(int({ min: 1 }), { doc: "Blocks of channels convolved apart.", default: 1 }),
  d: param(int({ min: 1 }), { doc: "Distance between two taps of a filter.", unit: "px", default: 1 }),
  act: param(anything, { doc: "The activation: true for the model's own, false for none.", default: true }),
};

/** The border that keeps the size at stride one. */
export const around = (kernel: readonly number[], dilation: number): readonly number[] =>
  kernel.map((side) => Math.floor((dilation * (side - 1) + 1) / 2));

/** Blocks of some families hand over a ReLU; whatever else is no activation becomes none. */
const activationOf = (act: unknown): Op<any, { x: "*" }, { y: "*" }> =>
  act === true ? defaultActivation : act === relu ? relu : identity;

export const conv = op({
  name: "Conv",
  summary: "A convolution without bias, a normalisation and an activation, padded to keep the size.",
  traits: ["convolution"],
  ...block,
  params,
  infer({ x }, { c2, k, s, p, g, d, act }, _, call) {
    const { y } = call(
      "conv",
      conv2d,
      { x },
      { out_channels: c2, kernel_size: k, stride: s, padding: p, dilation: [d, d], groups: g, bias: false },
      { out_channels: "c2", kernel_size: "k", stride: "s", padding: "p", dilation: "d", groups: "g" },
    );
    const run = runner(call);
    return { y: run("act", activationOf(act), run("bn", batchNorm2d, y)) };
  },
});
