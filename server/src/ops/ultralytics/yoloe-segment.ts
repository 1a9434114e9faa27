import type { Tensors } from "../../core/op";
import { op } from "../../core/op";
import type { Args } from "../../core/param";
import { params as common, head } from "./detect";
import { extraBranches, widened } from "./extra";
import { type Run, runner } from "./parts";
import { proto } from "./proto";
import { masks } from "./segment";
import { texts, yoloeDetect } from "./yoloe-detect";

const { nc, ...rest } = common;
export const outputs = { y: "N P A", proto: "N C H W" } as const;
export const params = { nc, ...masks, ...texts, ...rest };

/** The predictions of YOLOEDetect with what a mask is mixed by. */
export function masked(run: Run, xs: Tensors<typeof head.inputs>["xs"], args: Args<typeof params>) {
  const { nm, npr: _, ...detected } = args;
  extraBranches(run, "cv5", xs, args.end2end, nm);
  return widened(run.call("", yoloeDetect, { xs }, detected).y, args.end2end, nm);
}

export const yoloeSegment = op({
  name: "YOLOESegment",
  summary: "YOLOEDetect with a mask for every box, mixed from prototypes.",
  ...head,
  outputs,
  params,
  infer({ xs }, args, _, call) {
    const run = runner(call);
    const prototypes = run("proto", proto, xs[0]!, { c_: args.npr, c2: args.nm });
    return { y: masked(run, xs, args), proto: prototypes };
  },
});
