import { compare, divisible } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { conv } from "./conv";
import { block, c2, chain, joined, n, ratio, runner, share, withChannels } from "./parts";
import { psaBlock } from "./psa-block";

export const c2psa = op({
  name: "C2PSA",
  summary: "Half of the channels pass through blocks of attention.",
  traits: [],
  ...block,
  params: { c2, e: ratio(0.5), n },
  constraints: {
    "channels-stay": "The block must give as many channels as it gets.",
    "heads-need-64-channels": "Half of the channels must be 64 or more, one head each.",
  },
  infer({ x }, { c2, e, n }, must, call) {
    must("channels-stay", compare(x.C, c2), { arg: "c2" }, say`${x.C} channels come in and ${c2} should go out`);
    const run = runner(call),
      h = share(c2, e),
      heads = Math.floor(h / 64);
    must(
      "heads-need-64-channels",
      heads > 0 ? "yes" : "no",
      { arg: "c2" },
      say`half of ${c2} channels is less than one head of 64`,
    );
    must(
      "heads-need-64-channels",
      heads > 0 ? divisible(h, heads) : "yes",
      { arg: "c2" },
      say`${h} channels cannot be split into ${heads} heads`,
    );
    const first = withChannels(run("cv1", conv, x, { c2: 2 * h }), h);
    const attended = chain(run, "m", n, psaBlock, first, { heads: Math.max(heads, 1) }).at(-1)!;
    return { y: run("cv2", conv, joined(run, [first, attended]), { c2 }) };
  },
});
