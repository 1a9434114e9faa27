import { op } from "../../core/op";
import { bottleneck } from "./bottleneck";
import { conv } from "./conv";
import { block, c2, chain, g, type Image, joined, n, type Run, ratio, runner, share, shortcutOn } from "./parts";

/** The frame of the C3 family: two ways of `h` channels, one of them with something inside, joined. */
export function c3Frame(run: Run, x: Image, c2: number, h: number, inside: (start: Image) => Image): Image {
  const through = inside(run("cv1", conv, x, { c2: h }));
  return run("cv3", conv, joined(run, [through, run("cv2", conv, x, { c2: h })]), { c2 });
}

export const params = { c2, shortcut: shortcutOn, g, e: ratio(0.5), n };

export const c3 = op({
  name: "C3",
  summary: "Two ways of half the channels, one of them a chain of bottlenecks, joined by a convolution.",
  ...block,
  params,
  infer({ x }, { c2, shortcut, g, e, n }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    const k = [
      [1, 1],
      [3, 3],
    ];
    return {
      y: c3Frame(
        run,
        x,
        c2,
        h,
        (start) => chain(run, "m", n, bottleneck, start, { c2: h, shortcut, g, k, e: 1 }).at(-1)!,
      ),
    };
  },
});
