import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { conv2d } from "../conv2d";
import { anchorsMatch, mustHaveAnchors, params, perPlace, predicted } from "./anchor-detect";
import { head } from "./detect";
import { implicitPredictions } from "./i-detect";
import { runner } from "./parts";

export const iKeypoint = op({
  name: "IKeypoint",
  summary: "IDetect that also predicts the place and the score of key points.",
  ...head,
  params: {
    ...params,
    nkpt: param(int({ min: 1, suggest: [17] }), { doc: "Key points of an object.", unit: "points", default: 17 }),
  },
  constraints: anchorsMatch,
  infer({ xs }, { nc, anchors, nkpt }, must, call) {
    mustHaveAnchors(anchors, xs, must);
    const run = runner(call),
      out_channels = perPlace(anchors) * 3 * nkpt;
    implicitPredictions(run, xs, anchors, nc + 5);
    xs.forEach((x, i) => run(`m_kpt.${i}`, conv2d, x, { out_channels, kernel_size: [1, 1] }));
    return { y: predicted(xs, anchors, nc + 5 + 3 * nkpt) };
  },
});
