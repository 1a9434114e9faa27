import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { conv2d } from "../conv2d";
import { upsample } from "../upsample";
import { firstChannels } from "./branches";
import { conv } from "./conv";
import { idle } from "./idle";
import { added, c2, type Image, type Run, runner } from "./parts";
import { proto } from "./proto";

export const proto26 = op({
  name: "Proto26",
  summary: "Prototypes of masks from all inputs, brought to the size of the first and added.",
  inputs: { xs: "N C H W+" },
  outputs: { y: "N C H W" },
  params: {
    c_: param(int({ min: 1 }), { doc: "Channels inside.", default: 256 }),
    c2: { ...c2, default: 32 },
    nc: param(int({ min: 1 }), { doc: "Number of classes.", default: 80 }),
  },
  infer({ xs }, { c_, c2, nc }, _, call) {
    const run = runner(call),
      c = firstChannels(xs);
    const [first, ...smaller] = xs;
    let all: Image = first!;
    for (const [i, x] of smaller.entries()) {
      const refined = run(`feat_refine.${i}`, conv, x, { c2: c });
      all = added(run, all, run("", upsample, refined, { size: [first!.H, first!.W] }));
    }
    const fused = run("feat_fuse", conv, all, { c2: c_, k: [3, 3] });
    segmented(run, all, c_, nc);
    return { y: run("", proto, fused, { c_, c2 }) };
  },
});

/** Training also tells every pixel apart by class. */
function segmented(run: Run, x: Image, c: number, nc: number): void {
  const inside = run("semseg.0", idle(conv), x, { c2: c, k: [3, 3] });
  const deeper = run("semseg.1", idle(conv), inside, { c2: c, k: [3, 3] });
  run("semseg.2", idle(conv2d), deeper, { out_channels: nc, kernel_size: [1, 1] });
}
