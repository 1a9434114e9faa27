import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { convTranspose2d } from "../conv-transpose2d";
import { conv } from "./conv";
import { block, c2, runner } from "./parts";

export const proto = op({
  name: "Proto",
  summary: "Prototypes of masks, at twice the size of the input.",
  ...block,
  params: { c_: param(int({ min: 1 }), { doc: "Channels inside.", default: 256 }), c2: { ...c2, default: 32 } },
  infer({ x }, { c_, c2 }, _, call) {
    const run = runner(call);
    const larger = run("upsample", convTranspose2d, run("cv1", conv, x, { c2: c_, k: [3, 3] }), {
      out_channels: c_,
      kernel_size: [2, 2],
      stride: [2, 2],
    });
    return { y: run("cv3", conv, run("cv2", conv, larger, { c2: c_, k: [3, 3] }), { c2 }) };
  },
});
