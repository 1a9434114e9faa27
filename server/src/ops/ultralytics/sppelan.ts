import { op } from "../../core/op";
import { param } from "../../core/param";
import { bool, int } from "../../core/types";
import { maxPool2d } from "../max-pool2d";
import { conv } from "./conv";
import { block, c2, half, joined, runner } from "./parts";

export const sppelan = op({
  name: "SPPELAN",
  summary: "A narrow convolution, max pooling three times in a row, all of it joined.",
  traits: ["pooling"],
  ...block,
  params: {
    c2,
    c3: param(int({ min: 1 }), { doc: "Channels inside; never scaled.", unit: "channels" }),
    k: param(int({ min: 1 }), { doc: "Side of a pooling window.", unit: "px", default: 5 }),
    wrapped: param(bool, { doc: "Whether pooling is a module of the library around that of torch.", default: false }),
  },
  infer({ x }, { c2, c3, k, wrapped }, _, call) {
    const run = runner(call);
    const pooled = [run("cv1", conv, x, { c2: c3 })];
    for (const name of ["cv2", "cv3", "cv4"])
      pooled.push(
        run(wrapped ? `${name}.m` : name, maxPool2d, pooled.at(-1)!, {
          kernel_size: [k, k],
          stride: [1, 1],
          padding: [half(k), half(k)],
        }),
      );
    return { y: run("cv5", conv, joined(run, pooled), { c2 }) };
  },
});
