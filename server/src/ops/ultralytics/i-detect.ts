import { op } from "../../core/op";
import { conv2d } from "../conv2d";
import { type Anchors, anchorsMatch, mustHaveAnchors, params, perPlace, predicted } from "./anchor-detect";
import { head } from "./detect";
import { implicitA, implicitM } from "./implicit";
import { type Image, type Run, runner } from "./parts";

/** As a head with anchors predicts, between learned values that are added before and multiplied behind. */
export function implicitPredictions(run: Run, xs: readonly Image[], anchors: Anchors, values: number) {
  const out_channels = perPlace(anchors) * values;
  xs.forEach((x, i) => {
    const added = run(`ia.${i}`, implicitA, x);
    run(`im.${i}`, implicitM, run(`m.${i}`, conv2d, added, { out_channels, kernel_size: [1, 1] }));
  });
}

export const iDetect = op({
  name: "IDetect",
  summary: "Predicts a box, a score and class scores for every anchor of every pixel, with implicit knowledge.",
  ...head,
  params,
  constraints: anchorsMatch,
  infer({ xs }, { nc, anchors }, must, call) {
    mustHaveAnchors(anchors, xs, must);
    implicitPredictions(runner(call), xs, anchors, nc + 5);
    return { y: predicted(xs, anchors, nc + 5) };
  },
});
