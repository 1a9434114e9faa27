import { atLeast, divisible } from "../../core/dim";
import { op } from "../../core/op";
import { conv } from "./conv";
import { head } from "./detect";
import { dsegment, tooFew } from "./dsegment";
import { dualDdetect } from "./dual-ddetect";
import { extraBranches, widened } from "./extra";
import { runner } from "./parts";
import { inPairs, pyramids, unpaired } from "./several-heads";

export const dualDsegment = op({
  name: "DualDSegment",
  summary: "Two DSegment heads side by side; the last two inputs become their prototypes.",
  ...head,
  levels: (inputs) => pyramids(2, inputs - 2),
  outputs: { y: "N P A", main: "N P A", proto: "N C H W", proto2: "N C H W" },
  params: dsegment.params,
  constraints: { ...dsegment.constraints, ...inPairs },
  infer({ xs }, { nc, nm }, must, call) {
    must("prototypes-have-an-input", atLeast(xs.length, 4), "op", tooFew(xs.length, 4));
    must("inputs-in-pairs", divisible(xs.length, 2), "op", unpaired(xs.length));
    const run = runner(call),
      boxes = xs.length > 2 ? xs.slice(0, -2) : xs,
      half = Math.floor(boxes.length / 2);
    extraBranches(run, "cv6", boxes.slice(0, half), false, nm);
    extraBranches(run, "cv7", boxes.slice(half), false, nm);
    const { y, main } = call("", dualDdetect, { xs: boxes }, { nc });
    const [first, second] = xs.slice(-2);
    return {
      y: widened(y, false, nm),
      main: widened(main, false, nm),
      proto: run("proto", conv, first!, { c2: nm }),
      proto2: run("proto2", conv, second ?? first!, { c2: nm }),
    };
  },
});
