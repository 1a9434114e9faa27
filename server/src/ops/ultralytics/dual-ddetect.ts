import { divisible } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { dfl, groupedBranches, steps } from "./ddetect";
import { head, params, weighing } from "./detect";
import { runner } from "./parts";

export const dualDdetect = op({
  name: "DualDDetect",
  summary: "Two DDetect heads side by side, one of them only for training.",
  ...head,
  outputs: { y: "N P A", main: "N P A" },
  params: { nc: params.nc },
  constraints: { "inputs-in-pairs": "The two heads must get equally many inputs." },
  infer({ xs }, { nc }, must, call) {
    const run = runner(call),
      half = Math.floor(xs.length / 2);
    must("inputs-in-pairs", divisible(xs.length, 2), "op", say`${xs.length} inputs cannot be shared between two heads`);
    return {
      y: groupedBranches(run, ["cv2", "cv3"], xs.slice(0, half), nc),
      main: groupedBranches(run, ["cv4", "cv5"], xs.slice(half), nc),
    };
  },
  weights: () => [dfl("dfl"), dfl("dfl2")],
  macs: ({ xs }) => weighing(xs, steps),
});
