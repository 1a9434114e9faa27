import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
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
    return call("linear", linear, { x: { N: y.N, F: y.C } }, { out_features: nc });
  },
});
