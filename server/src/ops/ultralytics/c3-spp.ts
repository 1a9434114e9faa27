import { op } from "../../core/op";
import { c3Frame, params as common } from "./c3";
import { groupsFit, mustGroup } from "./groups-fit";
import { block, n, runner, share } from "./parts";
import { yolov5 } from "./sources";
import { spp } from "./spp";

const { c2, shortcut, g, e } = common;

export const c3Spp = op({
  name: "C3SPP",
  summary: "C3 with max pooling over windows of several sizes inside.",
  source: yolov5,
  traits: ["pooling"],
  ...block,
  params: { c2, k: spp.params.k, n: { ...n, doc: "Not used." }, shortcut, g, e },
  constraints: groupsFit,
  infer({ x }, { c2, k, n, g, e }, must, call) {
    const run = runner(call),
      h = share(c2, e);
    mustGroup([h], g, n, must);
    return { y: c3Frame(run, x, c2, h, (start) => run("m", spp, start, { c2: h, k })) };
  },
});
