import { op } from "../../core/op";
import type { Params } from "../../core/param";
import {
  type Layers,
  layerMacs,
  layersParams,
  layerWeights,
  mustStart,
  results,
  sequenceParams,
  startFits,
} from "./recurrent";

interface About<P extends Params> {
  readonly name: string;
  readonly summary: string;
  readonly formula: string;
  /** Matrices of each kind, one for each gate. */
  readonly gates: number;
  /** What is taken beyond what all take. */
  readonly params?: P;
}

/** Recurrent layers that keep one state and no cell beside it. */
export const recurrentState = <const P extends Params = {}>({ name, summary, formula, gates, params }: About<P>) =>
  op({
    name,
    summary,
    formula,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.nn.${name}.html`,
    inputs: { x: "N L F", h_0: "S N F?" },
    outputs: { output: "N L F", h_n: "S N F" },
    params: { ...layersParams, ...(params ?? ({} as P)), ...sequenceParams },
    constraints: startFits,
    infer({ x, h_0 }, args, must) {
      const ends = results(x, args as unknown as Layers);
      mustStart("h_0", h_0, ends.h_n, must);
      return ends;
    },
    weights: ({ x }, args) => layerWeights(gates, x, args as unknown as Layers),
    macs: ({ x }, args) => layerMacs(gates, x, args as unknown as Layers),
    reach: () => "everything",
  });
