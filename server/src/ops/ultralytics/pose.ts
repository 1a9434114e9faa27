import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, listOf } from "../../core/types";
import { head, params } from "./detect";
import { detectWith } from "./extra";

const { nc, ...rest } = params;
export const keypoints = param(listOf(int({ min: 1 }), [2]), {
  doc: "Number of points, and values for each.",
  default: [17, 3],
});

export const pose = op({
  name: "Pose",
  summary: "Detect with key points in every box.",
  ...head,
  params: { nc, kpt_shape: keypoints, ...rest },
  infer: ({ xs }, args, _, call) => ({ y: detectWith(call, xs, args, args.kpt_shape[0]! * args.kpt_shape[1]!) }),
});
