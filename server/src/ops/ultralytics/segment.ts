import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { head, params } from "./detect";
import { detectWith } from "./extra";
import { runner } from "./parts";
import { proto } from "./proto";

const { nc, ...rest } = params;
export const masks = {
  nm: param(int({ min: 1 }), { doc: "Number of mask prototypes.", default: 32 }),
  npr: param(int({ min: 1 }), {
    doc: "Channels inside the prototypes, scaled by the width of the model.",
    unit: "channels",
    default: 256,
  }),
};

export const segment = op({
  name: "Segment",
  summary: "Detect with a mask for every box, mixed from prototypes.",
  ...head,
  outputs: { y: "N P A", proto: "N C H W" },
  params: { nc, ...masks, ...rest },
  infer({ xs }, args, _, call) {
    const prototypes = runner(call)("proto", proto, xs[0]!, { c_: args.npr, c2: args.nm });
    return { y: detectWith(call, xs, args, args.nm), proto: prototypes };
  },
});
