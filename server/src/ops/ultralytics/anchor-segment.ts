import { op } from "../../core/op";
import { anchorsMatch, mustHaveAnchors, params, predictions } from "./anchor-detect";
import { head } from "./detect";
import { runner } from "./parts";
import { plainProto } from "./proto";
import { masks } from "./segment";

export const anchorSegment = op({
  name: "AnchorSegment",
  summary: "Predictions for anchors, with a mask for every box, mixed from prototypes.",
  ...head,
  outputs: { y: "N P A", proto: "N C H W" },
  params: { ...params, ...masks },
  constraints: anchorsMatch,
  infer({ xs }, { nc, anchors, nm, npr }, must, call) {
    mustHaveAnchors(anchors, xs, must);
    const run = runner(call);
    const proto = plainProto(run, xs[0]!, npr, nm);
    return { y: predictions(run, xs, anchors, nc + 5 + nm), proto };
  },
});
