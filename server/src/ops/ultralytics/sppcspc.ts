import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, listOf } from "../../core/types";
import { maxPool2d } from "../max-pool2d";
import { type Convolve, plain } from "./convolve";
import { block, c2, g, half, joined, n, ratio, runner, share, shortcutOff } from "./parts";

const params = {
  c2,
  shortcut: { ...shortcutOff, doc: "Not used." },
  g: { ...g, doc: "Not used." },
  e: ratio(0.5),
  k: param(listOf(int({ min: 1 }), [3]), { doc: "Sides of the pooling windows.", unit: "px", default: [5, 9, 13] }),
  n: { ...n, doc: "Not used." },
};

/** With one kind of convolution or another. */
export const pyramid = (name: string, summary: string, by: Convolve) =>
  op({
    name,
    summary,
    traits: ["pooling"],
    ...block,
    params,
    infer({ x }, { c2, e, k }, _, call) {
      const run = runner(call),
        h = share(2 * c2, e);
      const first = by(run, "cv4", by(run, "cv3", by(run, "cv1", x, { c2: h }), { c2: h, k: [3, 3] }), { c2: h });
      const pooled = k.map((side, i) =>
        run(`m.${i}`, maxPool2d, first, {
          kernel_size: [side, side],
          stride: [1, 1],
          padding: [half(side), half(side)],
        }),
      );
      const together = by(run, "cv5", joined(run, [first, ...pooled]), { c2: h });
      const through = by(run, "cv6", together, { c2: h, k: [3, 3] });
      return { y: by(run, "cv7", joined(run, [through, by(run, "cv2", x, { c2: h })]), { c2 }) };
    },
  });

export const sppcspc = pyramid(
  "SPPCSPC",
  "Two ways around each other, one of them with max pooling over windows of several sizes.",
  plain,
);
