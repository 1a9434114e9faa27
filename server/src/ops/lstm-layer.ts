import { mul } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { cellWeights, layerParams, layerResult, layerStart, mustStart, stepMacs } from "./families/recurrent-layer";

/** Input, forget, cell and output. */
const gates = 4;

export const lstmLayer = op({
  name: "LSTMLayer",
  summary: "Reads a sequence step by step, with a hidden state and a cell that gates write and forget.",
  formula: "c = f · c + i · g, h = o · tanh(c); MACs: steps · 4 · units · (input + units)",
  source: "https://keras.io/api/layers/recurrent_layers/lstm/",
  inputs: { x: "N T F", h: "N F?", c: "N F?" },
  outputs: { y: "N ... F", end: "N F+" },
  params: layerParams,
  constraints: {
    ...layerStart,
    "state-and-cell": "The state and the cell are given together or not at all.",
  },
  infer({ x, h, c }, args, must) {
    must(
      "state-and-cell",
      h && !c ? "no" : "yes",
      { input: "h" },
      say`a state is given, but no cell; an LSTM starts from both or from none`,
    );
    if (mustStart("h", h, args.units, must)) mustStart("c", c, args.units, must, true);
    return layerResult(2, x, args);
  },
  weights: ({ x }, { units, bias }) =>
    cellWeights("lstm_cell", x.F, units, gates, bias ? [mul(gates, units)] : undefined),
  macs: ({ x }, { units }) => stepMacs(gates, x, units),
  reach: () => "everything",
});
