import { op } from "../../core/op";
import { head, params } from "./detect";
import { detectWith } from "./extra";
import { proto26 } from "./proto26";
import { masks } from "./segment";

const { nc, ...rest } = params;

export const segment26 = op({
  name: "Segment26",
  summary: "Segment whose prototypes are mixed from all inputs.",
  ...head,
  outputs: { y: "N P A", proto: "N C H W" },
  params: { nc, ...masks, ...rest },
  infer({ xs }, args, _, call) {
    const { y: proto } = call("proto", proto26, { xs }, { c_: args.npr, c2: args.nm, nc: args.nc });
    return { y: detectWith(call, xs, args, args.nm), proto };
  },
});
