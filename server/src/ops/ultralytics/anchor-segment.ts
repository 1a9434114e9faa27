import { op } from "../../core/op";
import { upsample } from "../upsample";
import { params, predictions } from "./anchor-detect";
import { conv } from "./conv";
import { head } from "./detect";
import { runner } from "./parts";
import { masks } from "./segment";

export const anchorSegment = op({
  name: "AnchorSegment",
  summary: "Predictions for anchors, with a mask for every box, mixed from prototypes.",
  ...head,
  outputs: { y: "N P A", proto: "N C H W" },
  params: { ...params, ...masks },
  infer({ xs }, { nc, anchors, nm, npr }, _, call) {
    const run = runner(call);
    const larger = run("proto.upsample", upsample, run("proto.cv1", conv, xs[0]!, { c2: npr, k: [3, 3] }), {
      scale_factor: [2, 2],
    });
    const proto = run("proto.cv3", conv, run("proto.cv2", conv, larger, { c2: npr, k: [3, 3] }), { c2: nm });
    return { y: predictions(run, xs, anchors, nc + 5 + nm), proto };
  },
});
