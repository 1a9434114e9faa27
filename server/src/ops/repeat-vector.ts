import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";

export const repeatVector = op({
  name: "RepeatVector",
  summary: "Makes a sequence of the same vector.",
  formula: "[F] becomes [n, F]",
  source: "https://keras.io/api/layers/reshaping_layers/repeat_vector/",
  traits: ["reshape"],
  inputs: { x: "N F" },
  outputs: { y: "N L F" },
  params: { n: param(int({ min: 0 }), { doc: "How often the vector is repeated.", unit: "steps" }) },
  infer: ({ x }, { n }) => ({ y: { N: x.N, L: n, F: x.F } }),
});
