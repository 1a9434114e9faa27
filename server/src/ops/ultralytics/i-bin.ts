import { op } from "../../core/op";
import { anchorsMatch, mustHaveAnchors, params, predicted } from "./anchor-detect";
import { head } from "./detect";
import { implicitPredictions } from "./i-detect";
import { runner } from "./parts";

/** Width and height of a box are told by 21 bins and a correction each. */
const bins = 21;

export const iBin = op({
  name: "IBin",
  summary: "IDetect that tells width and height of a box by bins.",
  ...head,
  params,
  constraints: anchorsMatch,
  infer({ xs }, { nc, anchors }, must, call) {
    mustHaveAnchors(anchors, xs, must);
    implicitPredictions(runner(call), xs, anchors, nc + 3 + 2 * (bins + 1));
    return { y: predicted(xs, anchors, nc + 5) };
  },
});
