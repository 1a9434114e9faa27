import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { conv } from "./conv";
import { block, c2, half, joined, n, part, runner } from "./parts";
import { repNcsp } from "./rep-ncsp";

export const inner = (doc: string) => param(int({ min: 1 }), { doc: `${doc} Never scaled.`, unit: "channels" });

export const repNcspElan4 = op({
  name: "RepNCSPELAN4",
  summary: "Splits the channels and joins the results of two blocks in a row.",
  ...block,
  params: {
    c2,
    c3: inner("Channels after the first convolution."),
    c4: inner("Channels of the inner blocks."),
    n: { ...n, doc: "Depth of the inner blocks." },
  },
  infer({ x }, { c2, c3, c4, n }, _, call) {
    const run = runner(call);
    const split = run("cv1", conv, x, { c2: c3 });
    const second = part(split, half(c3), half(c3));
    const third = run("cv2.1", conv, run("cv2.0", repNcsp, second, { c2: c4, n }), { c2: c4, k: [3, 3] });
    const fourth = run("cv3.1", conv, run("cv3.0", repNcsp, third, { c2: c4, n }), { c2: c4, k: [3, 3] });
    return { y: run("cv4", conv, joined(run, [split, third, fourth]), { c2 }) };
  },
});
