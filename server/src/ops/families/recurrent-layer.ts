import { add, compare, type Dim, mul } from "../../core/dim";
import { say, setting } from "../../core/message";
import { type Weight, weight } from "../../core/op";
import { param } from "../../core/param";
import { bool, size } from "../../core/types";
import type { MustStart } from "./recurrent";

/** What all layers that go through steps hand on. */
export const handsOn = {
  return_sequences: param(bool, {
    doc: "Whether the result of every step is given, not of the last alone.",
    default: false,
  }),
  return_state: param(bool, { doc: "Whether the states after the last step are given as well.", default: false }),
};

export const usesBias = param(bool, { doc: "Whether each gate adds a learned constant.", default: true });

export const layerParams = {
  units: param(size({ suggest: [32, 64, 128] }), { doc: "Length of the state.", unit: "features" }),
  bias: usesBias,
  ...handsOn,
};

export const layerStart = { "initial-state-fits": "An initial state is as long as the state." };

interface Layer {
  readonly units: Dim;
  readonly return_sequences: boolean;
  readonly return_state: boolean;
}

interface Sequence {
  readonly N: Dim;
  readonly T: Dim;
  readonly F: Dim;
}

interface State {
  readonly N: Dim;
  readonly F: Dim;
}

/** What a layer gives that takes so many states from step to step. */
export function layerResult(states: number, x: Sequence, { units, return_sequences, return_state }: Layer) {
  const last: State = { N: x.N, F: units };
  return {
    y: { ...last, rest: return_sequences ? [x.T] : [] },
    end: return_state ? Array<State>(states).fill(last) : [],
  };
}

/** In every step each gate reads the input and the state. */
export const stepMacs = (gates: number, { T, F }: Sequence, units: Dim): readonly Dim[] => [
  T,
  mul(gates, units),
  add(F, units),
];

/** Matrices from the input and from the state to every gate, and a constant for each. */
export function cellWeights(cell: string, F: Dim, units: Dim, gates: number, bias?: readonly Dim[]): readonly Weight[] {
  const columns = mul(gates, units);
  return [
    weight(`${cell}/kernel`, [F, columns]),
    weight(`${cell}/recurrent_kernel`, [units, columns]),
    ...(bias ? [weight(`${cell}/bias`, bias)] : []),
  ];
}

/** Whether the state before the first step is as long as the one after it; a number alone goes with any length if it `stretches`. */
export function mustStart<I extends string>(
  input: I,
  start: State | undefined,
  units: Dim,
  must: MustStart<I>,
  stretches = false,
): boolean {
  if (!start || (stretches && start.F === 1)) return true;
  const fits = compare(start.F, units);
  const message = say`a state of ${start.F} features does not fit a layer that keeps ${units}; ${setting("units", start.F)} does`;
  must("initial-state-fits", fits, { input }, message);
  return fits !== "no";
}
