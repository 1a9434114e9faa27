import { op } from "../../core/op";
import { head } from "./detect";
import { runner } from "./parts";
import { proto26 } from "./proto26";
import { masked, outputs, params } from "./yoloe-segment";

export const yoloeSegment26 = op({
  name: "YOLOESegment26",
  summary: "YOLOESegment whose prototypes are mixed from all inputs.",
  ...head,
  outputs,
  params,
  infer({ xs }, args, _, call) {
    const { y: proto } = call("proto", proto26, { xs }, { c_: args.npr, c2: args.nm, nc: args.nc });
    return { y: masked(runner(call), xs, args), proto };
  },
});
