import { op } from "../core/op";
import { param } from "../core/param";
import { choice } from "../core/types";
import {
  layerMacs,
  layersParams,
  layerWeights,
  mustStart,
  results,
  sequenceParams,
  startFits,
} from "./families/recurrent";

export const rnn = op({
  name: "RNN",
  summary: "Reads a sequence step by step; the new state is made of the input and the state before.",
  formula: "h = tanh(W · x + U · h + b); MACs: steps · directions · hidden · Σ layers (input + state)",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.RNN.html",
  inputs: { x: "N L F", h_0: "S N F?" },
  outputs: { output: "N L F", h_n: "S N F" },
  params: {
    ...layersParams,
    nonlinearity: param(choice("tanh", "relu"), { doc: "What is applied to the sum.", default: "tanh" }),
    ...sequenceParams,
  },
  constraints: startFits,
  infer({ x, h_0 }, args, must) {
    const ends = results(x, args);
    mustStart("h_0", h_0, ends.h_n, must);
    return ends;
  },
  weights: ({ x }, args) => layerWeights(1, x, args),
  macs: ({ x }, args) => layerMacs(1, x, args),
  reach: () => "everything",
});
