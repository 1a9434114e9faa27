import { op } from "../../core/op";
import { head, params, weighing } from "./detect";
import { dfls, edgeBranches, steps } from "./edge-branches";
import { runner } from "./parts";

export const ddetect = op({
  name: "DDetect",
  summary: "Detect whose box branch works in four groups.",
  ...head,
  params: { nc: params.nc },
  infer: ({ xs }, { nc }, _, call) => ({ y: edgeBranches(runner(call), ["cv2", "cv3"], xs, nc, 4) }),
  weights: () => dfls(1),
  macs: ({ xs }) => weighing(xs, steps),
});
