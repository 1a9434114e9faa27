import { op, weight } from "../../core/op";
import { conv2d } from "../conv2d";
import { branch, firstChannels, places } from "./branches";
import { conv } from "./conv";
import { head, params, weighing } from "./detect";
import { type Image, type Run, runner } from "./parts";

export const steps = 16;

/** The box branch in four groups, the class branch as usual; widths follow from the first input. */
export function groupedBranches(run: Run, suffixes: readonly [string, string], xs: readonly Image[], nc: number) {
  const c = firstChannels(xs);
  const boxes = Math.ceil(Math.max(16, Math.floor(c / 4), 4 * steps) / 4) * 4,
    classes = Math.max(c, Math.min(2 * nc, 128));
  xs.forEach((x, i) => {
    const name = `${suffixes[0]}.${i}`;
    const inside = run(`${name}.1`, conv, run(`${name}.0`, conv, x, { c2: boxes, k: [3, 3] }), {
      c2: boxes,
      k: [3, 3],
      g: 4,
    });
    run(`${name}.2`, conv2d, inside, { out_channels: 4 * steps, kernel_size: [1, 1], groups: 4 });
    branch(run, `${suffixes[1]}.${i}`, x, classes, nc);
  });
  return { N: xs[0]!.N, P: 4 + nc, A: places(xs) };
}

export const dfl = (name: string) => weight(`${name}.conv.weight`, [1, steps, 1, 1], "frozen");

export const ddetect = op({
  name: "DDetect",
  summary: "Detect whose box branch works in four groups.",
  ...head,
  params: { nc: params.nc },
  infer: ({ xs }, { nc }, _, call) => ({ y: groupedBranches(runner(call), ["cv2", "cv3"], xs, nc) }),
  weights: () => [dfl("dfl")],
  macs: ({ xs }) => weighing(xs, steps),
});
