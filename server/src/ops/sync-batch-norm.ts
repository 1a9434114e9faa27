import { op } from "../core/op";
import { normOf, normWeights } from "./families/normalisation";

/** Batch normalisation of any number of axes. How many values it averages hangs on the processes, so nothing is said of that. */
export const syncBatchNorm = op({
  ...normOf("SyncBatchNorm"),
  summary:
    "Brings every channel to zero mean and unit variance over the batches of all processes, then scales and shifts it.",
  inputs: { x: "N C ..." },
  outputs: { y: "N C ..." },
  infer: ({ x }) => ({ y: x }),
  weights: ({ x }, args) => normWeights(x.C, args),
});
