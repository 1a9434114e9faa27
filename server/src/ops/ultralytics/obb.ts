import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { head, params } from "./detect";
import { detectWith } from "./extra";

const { nc, ...rest } = params;

export const obb = op({
  name: "OBB",
  summary: "Detect for boxes that are turned.",
  ...head,
  params: { nc, ne: param(int({ min: 1 }), { doc: "Values more for every box: its angle.", default: 1 }), ...rest },
  infer: ({ xs }, args, _, call) => ({ y: detectWith(call, xs, args, args.ne) }),
});
