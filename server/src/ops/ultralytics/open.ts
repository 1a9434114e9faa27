import type { Message } from "../../core/message";
import type { Call, Op, Tensor } from "../../core/op";
import { concat } from "../concat";
import { conv2d } from "../conv2d";
import { flatten } from "../flatten";
import { matmul } from "../matmul";
import { permute } from "../permute";
import { sigmoid } from "../sigmoid";
import { softmax } from "../softmax";
import { split } from "../split";
import { squeeze } from "../squeeze";
import { transpose } from "../transpose";
import { unflatten } from "../unflatten";

/** A module whose every step is a call of an operator, for those that keep some to themselves. */
export interface Open {
  readonly op: Op;
  /** With which arguments it can be opened; with any, where absent. */
  fits?(args: any): boolean;
  /** What it does beside that, which neither changes a shape nor counts. */
  readonly besides?: Message;
}

/** What the calls inside of a module give, by their names; a second result with `#1` behind it. */
type Given = (name: string) => Tensor | undefined;

/** A call of any operator, without what the types of its ports say. */
type Loose = (name: string, op: Op, inputs: object, args?: object) => { readonly [port: string]: any };

/** The same module, whose results are made of those of its calls by calls of operators. */
export const opened = (
  { weights: _weights, macs: _macs, ...module }: Op,
  results: (given: Given, call: Call, args: any, xs: readonly Tensor[]) => { readonly [port: string]: Tensor },
): Op => ({
  ...module,
  infer(inputs, args, must, call) {
    const all = new Map<string, Tensor>();
    const catching: Loose = (name, op, ...more) => {
      const tensors = (call as Loose)(name, op, ...more);
      Object.values(tensors).forEach((tensor, port) => all.set(port ? `${name}#${port}` : name, tensor));
      return tensors;
    };
    module.infer(inputs, args, must, catching as Call);
    const { xs, x } = inputs as { readonly xs?: readonly Tensor[]; readonly x?: Tensor };
    return results((name) => all.get(name), call, args, xs ?? [x!]) as any;
  },
});

/** Operators in the words of PyTorch, one call each. */
export function stepsBy(call: Call) {
  const by = (name: string, op: Op, inputs: object, args?: object): any =>
    Object.values((call as Loose)(name, op, inputs, args))[0];
  return {
    concat: (xs: readonly Tensor[], axis: number): Tensor => by("", concat, { xs }, { axis }),
    flatten: (x: Tensor, start_dim: number, end_dim = -1): Tensor => by("", flatten, { x }, { start_dim, end_dim }),
    unflatten: (x: Tensor, dim: number, unflattened_size: readonly unknown[]): Tensor =>
      by("", unflatten, { x }, { dim, unflattened_size }),
    split: (x: Tensor, sizes: readonly number[], dim: number): readonly Tensor[] =>
      by("parts", split, { x }, { split_size_or_sections: sizes, dim }),
    transpose: (x: Tensor, dim0: number, dim1: number): Tensor => by("", transpose, { x }, { dim0, dim1 }),
    permute: (x: Tensor, dims: readonly number[]): Tensor => by("", permute, { x }, { dims }),
    softmax: (x: Tensor, axis: number): Tensor => by("", softmax, { x }, { axis }),
    sigmoid: (x: Tensor): Tensor => by("", sigmoid, { x }),
    squeeze: (x: Tensor, dim: number): Tensor => by("", squeeze, { x }, { dim }),
    product: (a: Tensor, b: Tensor): Tensor => by("", matmul, { a, b }),
    single: (name: string, x: Tensor): Tensor =>
      by(name, conv2d, { x }, { out_channels: 1, kernel_size: [1, 1], bias: false }),
  };
}
