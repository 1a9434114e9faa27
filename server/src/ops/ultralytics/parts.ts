import type { Dim, Shape } from "../../core/dim";
import type { Call, Named, Op } from "../../core/op";
import { type Args, type Params, param } from "../../core/param";
import { carry, carryPart } from "../../core/trace";
import { bool, int, labelled, number } from "../../core/types";
import { add } from "../add";
import { concat } from "../concat";

/** What most blocks of Ultralytics models share: arguments under the names that library gives them. */
export const c2 = param(int({ min: 1, suggest: [64, 128, 256, 512, 1024] }), {
  doc: "Output channels, scaled by the width of the model.",
  unit: "channels",
});
/** More would never be built. */
export const times = labelled(int({ max: 10_000 }), "integer up to 10000");
export const n = param(times, {
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
/** So many channels of an image, from one of them on. */
export const part = (x: Image, at: Dim, C: Dim): Image =>
  typeof at === "number" && typeof C === "number" ? carryPart(x, { ...x, C }, at, C) : { ...x, C };
/** An image cut into two halves of so many channels. */
export const halves = (x: Image, h: Dim): readonly [Image, Image] => [part(x, 0, h), part(x, h, h)];
/** A tensor of four axes by their names. */
export const image = (shape: Shape): Image => carry(shape, { N: shape[0]!, C: shape[1]!, H: shape[2]!, W: shape[3]! });

/** An operator with one image in and one out, over these axes or any, or one that works value by value. */
type BlockOp<P extends Params> =
  | Op<P, { x: "N C H W" }, { y: "N C H W" }, any>
  | Op<P, { x: "N C ..." }, { y: "N C ..." }, any>
  | Op<P, { x: "*" }, { y: "*" }, any>;

/** Calls such an operator on `x`, gives the image it makes. */
export interface Run {
  <P extends Params>(name: string, op: BlockOp<P>, x: Image, args?: Partial<Args<P>>): Image;
  readonly call: Call;
}

export function runner(call: Call): Run {
  const run = (name: string, op: BlockOp<any>, x: Image, args?: object): Image => {
    const { y } = call(name, op as Op<any, { x: "*" }, { y: "*" }, any>, { x }, args);
    if (Array.isArray(y)) return image(y);
    const named = y as unknown as Image | Named<"N C ...">;
    return "rest" in named ? image(carry(named, [named.N, named.C, ...named.rest])) : named;
  };
  return Object.assign(run, { call });
}

/** Images of one size, laid side by side along the channels. */
export const joined = ({ call }: Run, images: readonly Image[]): Image =>
  image(call("", concat, { xs: images }, { axis: 1 }).y);

/** Two images, value by value. */
export const added = ({ call }: Run, a: Image, b: Image): Image => image(call("", add, { a, more: [b] }).y);

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
