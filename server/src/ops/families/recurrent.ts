import { add, compare, type Dim, mul, type Shape, type Truth } from "../../core/dim";
import { empty, type Message, say } from "../../core/message";
import { type Weight, weight } from "../../core/op";
import { param } from "../../core/param";
import { bool, int, number, size } from "../../core/types";

/** What all recurrent operators take: layers upon each other, read in one direction or in both. */
export const layersParams = {
  hidden_size: param(size({ suggest: [64, 128, 256] }), { doc: "Length of the hidden state.", unit: "features" }),
  num_layers: param(int({ min: 1, suggest: [1, 2] }), {
    doc: "Layers upon each other, each reading what the one below gives.",
    default: 1,
  }),
};
export const sequenceParams = {
  bias: param(bool, { doc: "Whether each layer adds two learned constants to every gate.", default: true }),
  batch_first: param(bool, {
    doc: "Whether the first axis is the batch and the second the steps; the other way round if not.",
    default: false,
  }),
  dropout: param(number({ min: 0, max: 1 }), {
    doc: "Share of values that are set to zero between two layers while training.",
    default: 0,
  }),
  bidirectional: param(bool, {
    doc: "Whether every layer also reads from the end, which doubles the length of the result.",
    default: false,
  }),
};

export interface Layers {
  readonly hidden_size: Dim;
  readonly num_layers: number;
  readonly bias: boolean;
  readonly batch_first: boolean;
  readonly bidirectional: boolean;
  /** Length to which each step's result is projected; 0 leaves it as long as the hidden state. */
  readonly proj_size?: number;
}

/** A batch of sequences, by the places of the axes when the batch is first. */
interface Sequence {
  readonly N: Dim;
  readonly L: Dim;
  readonly F: Dim;
}

/** A state of every layer and direction. */
export interface State {
  readonly S: Dim;
  readonly N: Dim;
  readonly F: Dim;
}

export const startFits = {
  "initial-state-fits": "An initial state is one vector, as long as the state, for each layer and direction.",
};

const directions = ({ bidirectional }: Layers): number => (bidirectional ? 2 : 1);
const given = ({ proj_size, hidden_size }: Layers): Dim => proj_size || hidden_size;
const batchOf = (x: Sequence, { batch_first }: Layers): Dim => (batch_first ? x.N : x.L);

/** The result of every step, and what is left in the states after the last. */
export function results(x: Sequence, args: Layers) {
  const state = { S: args.num_layers * directions(args), N: batchOf(x, args), F: given(args) };
  return {
    output: { ...x, F: mul(directions(args), given(args)) },
    h_n: state,
    c_n: { ...state, F: args.hidden_size },
  };
}

/** Sizes of what each layer reads: the input, then what all directions of the layer below give. */
const read = (F: Dim, args: Layers): Shape =>
  Array.from({ length: args.num_layers }, (_, i) => (i ? mul(directions(args), given(args)) : F));

/** Of every layer and direction, in the order and under the names of PyTorch. */
export function layerWeights(gates: number, { F }: Sequence, args: Layers): readonly Weight[] {
  const rows = mul(gates, args.hidden_size);
  return read(F, args).flatMap((from, layer) =>
    (args.bidirectional ? ["", "_reverse"] : [""]).flatMap((direction) => {
      const name = (part: string): string => `${part}_l${layer}${direction}`;
      return [
        weight(name("weight_ih"), [rows, from]),
        weight(name("weight_hh"), [rows, given(args)]),
        ...(args.bias ? [weight(name("bias_ih"), [rows]), weight(name("bias_hh"), [rows])] : []),
        ...(args.proj_size ? [weight(name("weight_hr"), [args.proj_size, args.hidden_size])] : []),
      ];
    }),
  );
}

/** The axis that is counted for one image is the one behind the batch, wherever that stands; among numbers it tells nothing. */
const counted = ({ N, L }: Sequence, { batch_first }: Layers): Dim =>
  !batch_first && typeof N === "number" && typeof L === "number" ? N : L;

/** For every step and direction, the matrices of all layers: each gate reads the input and the state. */
export function layerMacs(gates: number, x: Sequence, args: Layers): readonly Dim[] {
  const matrices = read(x.F, args).map((from) => mul(gates, add(from, given(args))));
  const projections = args.num_layers * (args.proj_size ?? 0);
  return [counted(x, args), directions(args), args.hidden_size, add(...matrices, projections)];
}

/** That a state before the first step goes with the layer. */
export type MustStart<I extends string> = (
  constraint: "initial-state-fits",
  holds: Truth,
  at: { readonly input: I },
  message: Message,
) => void;

/** Whether a state before the first step has the sizes of the one after the last, as far as is known. */
export function mustStart<I extends string>(
  input: I,
  start: State | undefined,
  end: State,
  must: MustStart<I>,
): boolean {
  if (!start) return true;
  const differs = (["S", "N", "F"] as const).some((axis) => compare(start[axis], end[axis]) === "no");
  const [here, wanted] = [start, end].map(({ S, N, F }): Shape => [S, N, F]) as [Shape, Shape];
  const message = say`${input} is ${here}, but ${wanted} is wanted: layers times directions, the batch, the size of the state`;
  must("initial-state-fits", differs ? "no" : "yes", { input }, differs ? message : empty);
  return !differs;
}
