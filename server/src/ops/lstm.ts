import { known } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";
import {
  layerMacs,
  layersParams,
  layerWeights,
  mustStart,
  results,
  sequenceParams,
  startFits,
} from "./families/recurrent";

/** Input, forget, cell and output. */
const gates = 4;

export const lstm = op({
  name: "LSTM",
  summary: "Reads a sequence step by step, with a hidden state and a cell that gates write and forget.",
  formula: "c = f · c + i · g, h = o · tanh(c); MACs: steps · directions · hidden · Σ layers 4 · (input + state)",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.LSTM.html",
  inputs: { x: "N L F", h_0: "S N F?", c_0: "S N F?" },
  outputs: { output: "N L F", h_n: "S N F", c_n: "S N F" },
  params: {
    ...layersParams,
    ...sequenceParams,
    proj_size: param(int({ min: 0 }), {
      doc: "Length to which each step's hidden state is projected; 0 for no projection.",
      unit: "features",
      default: 0,
    }),
  },
  constraints: {
    ...startFits,
    "state-and-cell": "The state and the cell are given together or not at all.",
    "projection-below-hidden": "A projection must be shorter than the hidden state.",
  },
  infer({ x, h_0, c_0 }, args, must) {
    const { proj_size, hidden_size } = args;
    const message = say`proj_size is ${proj_size}, but must be smaller than hidden_size, which is ${hidden_size}`;
    must(
      "projection-below-hidden",
      known([hidden_size], (size) => proj_size < size),
      { arg: "proj_size" },
      message,
    );
    must(
      "state-and-cell",
      h_0 && !c_0 ? "no" : "yes",
      { input: "h_0" },
      say`h_0 is given, but c_0 is not; an LSTM starts from both or from none`,
    );
    const ends = results(x, args);
    if (mustStart("h_0", h_0, ends.h_n, must)) mustStart("c_0", c_0, ends.c_n, must);
    return ends;
  },
  weights: ({ x }, args) => layerWeights(gates, x, args),
  macs: ({ x }, args) => layerMacs(gates, x, args),
  reach: () => "everything",
});
