import { mul } from "../core/dim";
import { op } from "../core/op";
import { param } from "../core/param";
import { bool } from "../core/types";
import { cellWeights, layerParams, layerResult, layerStart, mustStart, stepMacs } from "./families/recurrent-layer";

/** Update, reset and new. */
const gates = 3;

export const gruLayer = op({
  name: "GRULayer",
  summary: "Reads a sequence step by step, with one state that gates reset and update.",
  formula: "h = z · h + (1 − z) · n; MACs: steps · 3 · units · (input + units)",
  source: "https://keras.io/api/layers/recurrent_layers/gru/",
  inputs: { x: "N T F", h: "N F?" },
  outputs: { y: "N ... F", end: "N F+" },
  params: {
    ...layerParams,
    reset_after: param(bool, {
      doc: "Whether the state is reset after its product with the matrix, which takes a second set of constants.",
      default: true,
    }),
  },
  constraints: layerStart,
  infer({ x, h }, args, must) {
    mustStart("h", h, args.units, must);
    return layerResult(1, x, args);
  },
  weights({ x }, { units, bias, reset_after }) {
    const columns = mul(gates, units);
    const constants = reset_after ? [2, columns] : [columns];
    return cellWeights("gru_cell", x.F, units, gates, bias ? constants : undefined);
  },
  macs: ({ x }, { units }) => stepMacs(gates, x, units),
  reach: () => "everything",
});
