import { atLeast } from "../../core/dim";
import { type Message, say } from "../../core/message";
import { op } from "../../core/op";
import { conv } from "./conv";
import { ddetect } from "./ddetect";
import { head } from "./detect";
import { extraBranches, widened } from "./extra";
import { runner } from "./parts";
import { masks } from "./segment";

export const tooFew = (count: number, least: number): Message =>
  say`${count === 1 ? say`1 input` : say`${count} inputs`}, and at least ${least} are needed: those with boxes first, then what prototypes are made of`;

export const dsegment = op({
  name: "DSegment",
  summary: "DDetect with a mask for every box; its last input becomes the prototypes.",
  ...head,
  levels: (inputs) => [inputs - 1],
  outputs: { y: "N P A", proto: "N C H W" },
  params: { nc: ddetect.params.nc, ...masks },
  constraints: { "prototypes-have-an-input": "An input must be left for the prototypes." },
  infer({ xs }, { nc, nm }, must, call) {
    must("prototypes-have-an-input", atLeast(xs.length, 2), "op", tooFew(xs.length, 2));
    const run = runner(call),
      boxes = xs.length > 1 ? xs.slice(0, -1) : xs;
    extraBranches(run, "cv4", boxes, false, nm);
    const { y } = call("", ddetect, { xs: boxes }, { nc });
    return { y: widened(y, false, nm), proto: run("proto", conv, xs.at(-1)!, { c2: nm }) };
  },
});
