import { compare } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { conv } from "./conv";
import { block, c2, chain, halves, joined, n, ratio, runner, share } from "./parts";
import { headsFor, mustSplit, psaBlock, splits } from "./psa-block";
import { blocks } from "./sources";

export const c2fPsa = op({
  name: "C2fPSA",
  summary: "Half of the channels pass through blocks of attention, all of their results joined.",
  source: blocks,
  ...block,
  params: { c2, e: ratio(0.5), n },
  constraints: { "channels-stay": "The block must give as many channels as it gets.", ...splits },
  infer({ x }, { c2, e, n }, must, call) {
    const stays = compare(x.C, c2);
    must("channels-stay", stays, { arg: "c2" }, say`${x.C} channels come in and ${c2} should go out`);
    const run = runner(call),
      h = share(c2, e);
    if (n > 0 && stays !== "no") mustSplit(h, must);
    const [first, second] = halves(run("cv1", conv, x, { c2: 2 * h }), h);
    const results = chain(run, "m", n, psaBlock, second, { heads: headsFor(h) });
    return { y: run("cv2", conv, joined(run, [first, ...results]), { c2 }) };
  },
});
