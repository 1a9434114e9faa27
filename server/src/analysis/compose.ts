import { add, type Dim } from "../core/dim";
import type { Call, Must, Op, Weight } from "../core/op";
import { fillIn } from "../core/param";

export type AnyMust = Must<string, any, any>;

/** What the operators inside an operator add up to. */
export interface Sum {
  readonly weights: Weight[];
  macs: Dim;
}

/** The `call` that an operator gets: infers another one inside it and adds its weights, prefixed, and its operations. */
export const caller =
  (must: AnyMust, sum: Sum, path = ""): Call =>
  (name, op: Op, inputs, args = {}, blame = {}) => {
    const prefix = `${path}${name}.`;
    const filled = fillIn(op.params, args);
    const inner: AnyMust = (constraint, holds, at, message) => {
      const outer =
        typeof at === "object" && "arg" in at ? (blame as { readonly [arg: string]: string })[at.arg] : undefined;
      must(constraint, holds, outer ? { arg: outer } : "op", outer ? message : `${op.name}: ${message}`);
    };
    const outputs = op.infer(inputs, filled, inner, caller(inner, sum, prefix));
    for (const weight of op.weights?.(inputs, filled) ?? [])
      sum.weights.push({ ...weight, name: prefix + weight.name });
    if (op.macs) sum.macs = add(sum.macs, op.macs(inputs, filled, outputs));
    return outputs as any;
  };
