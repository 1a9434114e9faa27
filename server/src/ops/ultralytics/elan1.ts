import { op } from "../../core/op";
import { conv } from "./conv";
import { block, c2, half, joined, part, runner } from "./parts";
import { inner } from "./rep-ncsp-elan4";

export const elan1 = op({
  name: "ELAN1",
  summary: "Splits the channels and joins the results of two convolutions in a row.",
  ...block,
  params: { c2, c3: inner("Channels after the first convolution."), c4: inner("Channels of the inner ones.") },
  infer({ x }, { c2, c3, c4 }, _, call) {
    const run = runner(call);
    const split = run("cv1", conv, x, { c2: c3 });
    const third = run("cv2", conv, part(split, half(c3), half(c3)), { c2: c4, k: [3, 3] });
    const fourth = run("cv3", conv, third, { c2: c4, k: [3, 3] });
    return { y: run("cv4", conv, joined(run, [split, third, fourth]), { c2 }) };
  },
});
