import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { convTranspose2d } from "../conv-transpose2d";
import { upsample } from "../upsample";
import { conv } from "./conv";
import { block, c2, type Image, type Run, runner } from "./parts";

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

/** Prototypes as YOLOv5 and YOLOv9 have them: what enlarges the image learns nothing. */
export function plainProto(run: Run, x: Image, c: number, c2: number): Image {
  const first = run("proto.cv1", conv, x, { c2: c, k: [3, 3] });
  const larger = run("proto.upsample", upsample, first, { scale_factor: [2, 2] });
  return run("proto.cv3", conv, run("proto.cv2", conv, larger, { c2: c, k: [3, 3] }), { c2 });
}
