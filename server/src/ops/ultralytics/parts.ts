import { add, type Dim } from "../../core/dim";
import type { Call, Op } from "../../core/op";
import { type Args, type Params, param } from "../../core/param";
import { bool, int, number } from "../../core/types";

/** What most blocks of Ultralytics models share: arguments under the names that library gives them. */
export const c2 = param(int({ min: 1, suggest: [64, 128, 256, 512, 1024] }), {
  doc: "Output channels, scaled by the width of the model.",
  unit: "channels",
});
export const n = param(int(), {
  doc: "How often the inner block is repeated, scaled by the depth of the model.",
  default: 1,
});
export const g = param(int({ min: 1 }), { doc: "Groups of the inner convolutions.", default: 1 });
export const shortcutOff = param(bool, {
  doc: "Whether inner blocks add their input to their result.",
  default: false,
});
export const shortcutOn = { ...shortcutOff, default: true };
export const ratio = (value: number) =>
  param(number({ min: 0 }), { doc: "Width of the inside as a share of the output.", default: value });

/** One image in, one out. */
export const block = { inputs: { x: "N C H W" }, outputs: { y: "N C H W" } } as const;

export type Image = { readonly N: Dim; readonly C: Dim; readonly H: Dim; readonly W: Dim };

export const share = (channels: number, e: number): number => Math.trunc(channels * e);
export const half = (channels: number): number => Math.floor(channels / 2);
export const withChannels = (x: Image, C: Dim): Image => ({ ...x, C });
/** Images of one size, laid side by side along the channels. */
export const joined = (images: readonly Image[]): Image => withChannels(images[0]!, add(...images.map((x) => x.C)));

/** An operator with one image in and one out. */
type BlockOp<P extends Params> = Op<P, { x: "N C H W" }, { y: "N C H W" }, any>;

/** Calls such an operator on `x`, gives the image it makes. */
export type Run = <P extends Params>(name: string, op: BlockOp<P>, x: Image, args?: Partial<Args<P>>) => Image;
export const runner =
  (call: Call): Run =>
  (name, op, x, args) =>
    call(name, op, { x }, args).y;

/** An operator called `n` times in a row, each on the result before: all the results, first of all the start. */
export function chain<P extends Params>(
  run: Run,
  name: string,
  n: number,
  op: BlockOp<P>,
  start: Image,
  args: Partial<Args<P>>,
): Image[] {
  const results = [start];
  for (let i = 0; i < n; i++) results.push(run(`${name}.${i}`, op, results[i]!, args));
  return results;
}
