import { op } from "../core/op";
import { cellWeights, layerParams, layerResult, layerStart, mustStart, stepMacs } from "./families/recurrent-layer";

export const simpleRnn = op({
  name: "SimpleRNN",
  summary: "Reads a sequence step by step; the new state is made of the input and the state before.",
  formula: "h = tanh(W · x + U · h + b); MACs: steps · units · (input + units)",
  source: "https://keras.io/api/layers/recurrent_layers/simple_rnn/",
  inputs: { x: "N T F", h: "N F?" },
  outputs: { y: "N ... F", end: "N F+" },
  params: layerParams,
  constraints: layerStart,
  infer({ x, h }, args, must) {
    mustStart("h", h, args.units, must);
    return layerResult(1, x, args);
  },
  weights: ({ x }, { units, bias }) => cellWeights("simple_rnn_cell", x.F, units, 1, bias ? [units] : undefined),
  macs: ({ x }, { units }) => stepMacs(1, x, units),
  reach: () => "everything",
});
