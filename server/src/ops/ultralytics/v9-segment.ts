import { op } from "../../core/op";
import { head } from "./detect";
import { extraBranches, widened } from "./extra";
import { runner } from "./parts";
import { plainProto } from "./proto";
import { masks } from "./segment";
import { v9Detect } from "./v9-detect";

export const v9Segment = op({
  name: "v9Segment",
  summary: "The head of YOLOv9 with a mask for every box, mixed from prototypes.",
  ...head,
  outputs: { y: "N P A", proto: "N C H W" },
  params: { nc: v9Detect.params.nc, ...masks },
  infer({ xs }, { nc, nm, npr }, _, call) {
    const run = runner(call);
    extraBranches(run, "cv4", xs, false, nm);
    const { y } = call("", v9Detect, { xs }, { nc });
    return { y: widened(y, false, nm), proto: plainProto(run, xs[0]!, npr, nm) };
  },
});
