import { divisible } from "../../core/dim";
import { say } from "../../core/message";
import { type Must, op } from "../../core/op";
import { type Param, param } from "../../core/param";
import { int } from "../../core/types";
import { attention } from "./attention";
import { conv } from "./conv";
import { added, block, runner } from "./parts";

export const psaBlock = op({
  name: "PSABlock",
  summary: "Attention, then a small network on every pixel, each added to its input.",
  ...block,
  params: { heads: param(int({ min: 1 }), { doc: "Number of heads." }) },
  infer({ x }, { heads }, _, call) {
    const run = runner(call),
      c = Number(x.C);
    const attended = added(run, x, run("attn", attention, x, { heads }));
    const mixed = run("ffn.1", conv, run("ffn.0", conv, attended, { c2: 2 * c }), { c2: c, act: false });
    return { y: added(run, attended, mixed) };
  },
});

export const splits = {
  "heads-need-64-channels": "The inner channels must split evenly into heads of 64 or more.",
} as const;

/** One head for every 64 channels, and one for fewer. */
export const headsFor = (channels: number): number => Math.max(Math.floor(channels / 64), 1);

type MustSplit = Must<keyof typeof splits, { readonly c2: Param<number> }, {}>;

/** Where there are several heads, each gets an equal share. */
export function mustSplit(inner: number, must: MustSplit): void {
  const heads = headsFor(inner);
  const message = say`${inner} inner channels cannot be split into ${heads} heads`;
  must("heads-need-64-channels", divisible(inner, heads), { arg: "c2" }, message);
}

/** Some versions know no head of fewer than 64 channels. */
export function mustFill(inner: number, must: MustSplit): void {
  const message = say`${inner} inner channels are fewer than one head of 64`;
  must("heads-need-64-channels", inner < 64 ? "no" : "yes", { arg: "c2" }, message);
}
