import type { Outcome } from "../core/analysis";
import { tensorsOf } from "../core/axes";
import type { Shape } from "../core/dim";
import type { Op } from "../core/op";
import type { Vocabulary } from "../core/vocabulary";
import { inferCall, remember } from "./infer";

/** Infers single calls, as a model in these words would have them. */
export function workedOut({ layout, instead }: Vocabulary) {
  const memory = remember(layout, instead);
  return (op: Op, args: { readonly [name: string]: unknown }, inputs: readonly Shape[]): Outcome =>
    inferCall(op, tensorsOf(op.inputs, inputs, layout), args, memory);
}
