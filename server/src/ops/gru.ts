import { recurrentState } from "./families/recurrent-state";

export const gru = recurrentState({
  name: "GRU",
  summary: "Reads a sequence step by step, with one state that gates reset and update.",
  formula: "h = (1 − z) · n + z · h; MACs: steps · directions · hidden · Σ layers 3 · (input + state)",
  // Reset, update and new.
  gates: 3,
});
