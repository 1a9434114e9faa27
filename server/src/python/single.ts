import type { Arg } from "../core/graph";
import type { Vocabulary } from "../core/vocabulary";
import { isKind, type Value } from "./values";

/** The axis at which the batch is missing, of each input that has none, and of what comes out. */
interface Batches {
  readonly inputs: readonly (number | undefined)[];
  readonly outputs: readonly number[];
}

/** Most layers take one image or sequence without a batch too; in the vocabulary all have one. */
export function missingBatches(
  op: string,
  inputs: readonly Value[],
  args: readonly Arg[],
  vocabulary: Vocabulary,
): Batches | undefined {
  const [first] = inputs;
  const rank = first !== undefined && isKind(first, "tensor") ? first.shape?.length : undefined;
  if (rank === undefined) return undefined;
  let axes = axesOf.get(op);
  if (axes === undefined) axesOf.set(op, (axes = axesWithBatch(op, vocabulary)));
  if (axes !== rank + 1) return undefined;
  return sequences.test(op) ? ofSequence(op, inputs, args) : { inputs: [0], outputs: [] };
}

/** Asked of every call, and found out once of each operator. */
const axesOf = new Map<string, number>();

function axesWithBatch(op: string, { spellings }: Vocabulary): number {
  if (sequences.test(op)) return 3;
  const axes = images.test(op) && spellings.get(op)?.op.inputs["x"];
  return typeof axes === "string" && !axes.includes("...") ? axes.split(" ").length : 0;
}

const images = /^(?:(?:Conv|\w*Pool|\w*Pad|InstanceNorm)\w*[123]d|Fold|Unfold)$/;
const sequences = /^(?:GRU|LSTM|MultiheadAttention|RNN)$/;

/** Steps stand in front of the batch unless it is said to be the first; states have it behind their layers. */
function ofSequence(op: string, inputs: readonly Value[], args: readonly Arg[]): Batches {
  const said = args.find(({ name }) => name === "batch_first")?.value;
  const axis = said?.kind === "bool" && said.value ? 0 : 1;
  const isAttention = op === "MultiheadAttention";
  return {
    inputs: inputs.map((one, i) => {
      const isShort = isKind(one, "tensor") && one.shape?.length === 2;
      return isShort ? (isAttention || i === 0 ? axis : 1) : undefined;
    }),
    outputs: isAttention ? [axis, 0] : [axis, 1, 1],
  };
}
