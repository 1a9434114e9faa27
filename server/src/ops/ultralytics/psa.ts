import { compare } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { attention } from "./attention";
import { conv } from "./conv";
import { added, block, c2, halves, joined, ratio, runner, share } from "./parts";
import { headsFor, mustSplit, splits } from "./psa-block";

export const psa = op({
  name: "PSA",
  summary: "Half of the channels pass through attention and a small network on every pixel.",
  ...block,
  params: { c2, e: ratio(0.5) },
  constraints: { "channels-stay": "The block must give as many channels as it gets.", ...splits },
  infer({ x }, { c2, e }, must, call) {
    const stays = compare(x.C, c2);
    must("channels-stay", stays, { arg: "c2" }, say`${x.C} channels come in and ${c2} should go out`);
    const run = runner(call),
      h = share(c2, e);
    if (stays !== "no") mustSplit(h, must);
    const [first, second] = halves(run("cv1", conv, x, { c2: 2 * h }), h);
    const attended = added(run, second, run("attn", attention, second, { heads: headsFor(h) }));
    const mixed = run("ffn.1", conv, run("ffn.0", conv, attended, { c2: 2 * h }), { c2: h, act: false });
    return { y: run("cv2", conv, joined(run, [first, added(run, attended, mixed)]), { c2 }) };
  },
});
