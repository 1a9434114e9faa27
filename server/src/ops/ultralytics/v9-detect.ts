import { op } from "../../core/op";
import { head, params, weighing } from "./detect";
import { dfls, edgeBranches, steps } from "./edge-branches";
import { runner } from "./parts";

export const v9Detect = op({
  name: "v9Detect",
  summary: "Detect whose class branch is at least as wide as there are classes, twice over.",
  ...head,
  params: { nc: params.nc },
  infer: ({ xs }, { nc }, _, call) => ({ y: edgeBranches(runner(call), ["cv2", "cv3"], xs, nc, 1) }),
  weights: () => dfls(1),
  macs: ({ xs }) => weighing(xs, steps),
});
