import { divisible } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { c3Frame, params } from "./c3";
import { groupsFit, mustGroup } from "./groups-fit";
import { block, runner, share, withChannels } from "./parts";
import { transformer } from "./transformer";

export const c3tr = op({
  name: "C3TR",
  summary: "C3 with layers of a transformer inside.",
  ...block,
  params,
  constraints: { "four-heads": "The inner channels must divide into four heads.", ...groupsFit },
  infer({ x }, { c2, g, e, n }, must, call) {
    const run = runner(call),
      h = share(c2, e);
    mustGroup([h], g, n, must);
    must(
      "four-heads",
      n > 0 ? divisible(h, 4) : "yes",
      { arg: "c2" },
      say`${h} inner channels cannot be split into 4 heads`,
    );
    return { y: c3Frame(run, x, c2, h, (start) => withChannels(run("m", transformer, start, { n }), h)) };
  },
});
