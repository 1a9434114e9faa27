import { param } from "../core/param";
import { choice } from "../core/types";
import { recurrentState } from "./families/recurrent-state";

export const rnn = recurrentState({
  name: "RNN",
  summary: "Reads a sequence step by step; the new state is made of the input and the state before.",
  formula: "h = tanh(W · x + U · h + b); MACs: steps · directions · hidden · Σ layers (input + state)",
  gates: 1,
  params: { nonlinearity: param(choice("tanh", "relu"), { doc: "What is applied to the sum.", default: "tanh" }) },
});
