import { op } from "../core/op";
import {
  layerMacs,
  layersParams,
  layerWeights,
  mustStart,
  results,
  sequenceParams,
  startFits,
} from "./families/recurrent";

/** Reset, update and new. */
const gates = 3;

export const gru = op({
  name: "GRU",
  summary: "Reads a sequence step by step, with one state that gates reset and update.",
  formula: "h = (1 − z) · n + z · h; MACs: steps · directions · hidden · Σ layers 3 · (input + state)",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.GRU.html",
  inputs: { x: "N L F", h_0: "S N F?" },
  outputs: { output: "N L F", h_n: "S N F" },
  params: { ...layersParams, ...sequenceParams },
  constraints: startFits,
  infer({ x, h_0 }, args, must) {
    const ends = results(x, args);
    mustStart("h_0", h_0, ends.h_n, must);
    return ends;
  },
  weights: ({ x }, args) => layerWeights(gates, x, args),
  macs: ({ x }, args) => layerMacs(gates, x, args),
  reach: () => "everything",
});
