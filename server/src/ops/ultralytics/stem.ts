import { op } from "../../core/op";
import { maxPool2d } from "../max-pool2d";
import { type Convolve, plain } from "./convolve";
import { block, c2, joined, runner, share } from "./parts";

/** With one kind of convolution or another. */
export const stemOf = (name: string, summary: string, by: Convolve) =>
  op({
    name,
    summary,
    traits: ["convolution", "pooling"],
    ...block,
    params: { c2 },
    infer({ x }, { c2 }, _, call) {
      const run = runner(call),
        h = share(c2, 0.5);
      const first = by(run, "cv1", x, { c2: h, k: [3, 3], s: [2, 2] });
      const convolved = by(run, "cv3", by(run, "cv2", first, { c2: h }), { c2: h, k: [3, 3], s: [2, 2] });
      const pooled = run("pool", maxPool2d, first, { kernel_size: [2, 2], stride: [2, 2] });
      return { y: by(run, "cv4", joined(run, [convolved, pooled]), { c2 }) };
    },
  });

export const stem = stemOf(
  "Stem",
  "A quarter of the height and width, half by convolutions, half by max pooling.",
  plain,
);
