import { op } from "../../core/op";
import { places } from "./branches";
import { head } from "./detect";
import { v10Detect } from "./v10-detect";

export const v10RawDetect = op({
  name: "v10RawDetect",
  summary: "v10Detect as its authors published it: the predictions of both sets of branches, none picked out.",
  ...head,
  outputs: { y: "N P A", main: "N P A" },
  params: v10Detect.params,
  infer({ xs }, { nc }, _, call) {
    call("", v10Detect, { xs }, { nc });
    const y = { N: xs[0]!.N, P: 4 + nc, A: places(xs) };
    return { y, main: y };
  },
});
