import { op } from "../../core/op";
import { param } from "../../core/param";
import { carry } from "../../core/trace";
import { int } from "../../core/types";
import { adaptiveAvgPool2d } from "../adaptive-avg-pool2d";
import { dropout } from "../dropout";
import { flatten } from "../flatten";
import { linear } from "../linear";
import { conv, params } from "./conv";

const { k, s, p, g } = params;

export const classify = op({
  name: "Classify",
  summary: "Averages the image of 1280 channels into one score for every class.",
  traits: ["head"],
  inputs: { x: "N C H W" },
  outputs: { y: "N F" },
  params: { nc: param(int({ min: 1 }), { doc: "Number of classes.", unit: "classes" }), k, s, p, g },
  infer({ x }, { nc, k, s, p, g }, _, call) {
    const { y } = call("conv", conv, { x }, { c2: 1280, k, s, p, g }, { k: "k", s: "s", p: "p", g: "g" });
    const pooled = call("pool", adaptiveAvgPool2d, { x: y }, { output_size: [1, 1] });
    const flat = call("", flatten, { x: pooled.y });
    const dropped = call("drop", dropout, { x: flat.y }, { p: 0 });
    const scores = call("linear", linear, { x: dropped.y }, { out_features: nc });
    return { y: carry(scores.y, { N: y.N, F: scores.y.F }) };
  },
});
