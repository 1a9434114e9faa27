import { compare, divisible, mul } from "../../core/dim";
import { say } from "../../core/message";
import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { bool, int, number } from "../../core/types";
import { ablock, positions } from "./ablock";
import { c3k } from "./c3k";
import { conv } from "./conv";
import { block, c2, g, joined, n, ratio, runner, share, shortcutOn } from "./parts";

export const a2c2f = op({
  name: "A2C2f",
  summary: "A chain of blocks with attention by area, all of their results joined.",
  ...block,
  params: {
    c2,
    a2: param(bool, { doc: "Whether the inner blocks have attention; C3k otherwise.", default: true }),
    area: param(int(), { doc: "Areas the image is cut into.", default: 1 }),
    residual: param(bool, { doc: "Whether the input is added, weighted per channel.", default: false }),
    mlp_ratio: param(number({ min: 0 }), { doc: "Width of the inner networks.", default: 2 }),
    e: ratio(0.5),
    g,
    shortcut: shortcutOn,
    n,
    ...positions,
  },
  constraints: {
    "channels-stay": "Where the input is added, the block must give as many channels as it gets.",
    "heads-of-32-channels": "The inner channels must be a multiple of 32, one head each.",
    "areas-divide-image": "The pixels must divide into the areas.",
  },
  infer({ x }, { c2, a2, area, residual, mlp_ratio, e, g, shortcut, n, pe, apart }, must, call) {
    const run = runner(call),
      h = share(c2, e);
    const message = say`${x.C} channels come in and ${c2} should be added to them`;
    must("channels-stay", a2 && residual && h % 32 === 0 ? compare(x.C, c2) : "yes", { arg: "c2" }, message);
    must("heads-of-32-channels", divisible(h, 32), { arg: "c2" }, say`${h} inner channels are no multiple of 32`);
    must(
      "areas-divide-image",
      a2 && area > 1 ? divisible(mul(x.H, x.W), area) : "yes",
      { arg: "area" },
      say`${x.H}×${x.W} px do not divide into ${area} areas`,
    );
    const results = [run("cv1", conv, x, { c2: h })];
    for (let i = 0; i < n; i++) {
      const last = results[i]!;
      if (!a2) results.push(run(`m.${i}`, c3k, last, { c2: h, n: 2, shortcut, g }));
      else {
        const args = { mlp_ratio, area, pe, apart };
        results.push(run(`m.${i}.1`, ablock, run(`m.${i}.0`, ablock, last, args), args));
      }
    }
    return { y: run("cv2", conv, joined(run, results), { c2 }) };
  },
  weights: (_, { c2, a2, residual }) => (a2 && residual ? [weight("gamma", [c2])] : []),
});
