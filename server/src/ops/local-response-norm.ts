import { op } from "../core/op";
import { param } from "../core/param";
import { int, number } from "../core/types";

export const localResponseNorm = op({
  name: "LocalResponseNorm",
  summary: "Divides every value by those of the channels beside it at the same place.",
  formula: "y = x / (k + alpha · mean of x² over size channels)^beta",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.LocalResponseNorm.html",
  traits: ["normalisation"],
  inputs: { x: "N C ... L" },
  outputs: { y: "N C ... L" },
  params: {
    size: param(int({ min: 1, suggest: [5] }), { doc: "How many channels stand side by side.", unit: "channels" }),
    alpha: param(number(), { doc: "How much the neighbours count.", default: 1e-4 }),
    beta: param(number(), { doc: "Power of the divisor.", default: 0.75 }),
    k: param(number(), { doc: "Added before the power is taken.", default: 1 }),
  },
  infer: ({ x }) => ({ y: x }),
});
