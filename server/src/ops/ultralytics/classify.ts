import { op } from "../../core/op";
import { param } from "../../core/param";
import { carry } from "../../core/trace";
import { int } from "../../core/types";
import { adaptiveAvgPool2d } from "../adaptive-avg-pool2d";
import { dropout } from "../dropout";
import { flatten } from "../flatten";
import { linear } from "../linear";
import { conv, params } from "./conv";

export const classify = op({
  name: "Classify",
  summary: "Averages the image of 1280 channels into one score for every class.",
  traits: ["head"],
  inputs: { x: "N C H W" },
  outputs: { y: "N F" },
  params: { nc: param(int({ min: 1 }), { doc: "Number of classes.", unit: "classes" }), k: params.k, s: params.s },
  infer({ x }, { nc, k, s }, _, call) {
    const { y } = call("conv", conv, { x }, { c2: 1280, k, s });
    const pooled = call("pool", adaptiveAvgPool2d, { x: y }, { output_size: [1, 1] });
    const flat = call("", flatten, { x: pooled.y });
    const dropped = call("drop", dropout, { x: flat.y }, { p: 0 });
    const scores = call("linear", linear, { x: dropped.y }, { out_features: nc });
    return { y: carry(scores.y, { N: y.N, F: scores.y.F }) };
  },
});
