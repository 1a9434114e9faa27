import { unknown } from "../../core/dim";
import { type Weight, weight } from "../../core/op";
import { conv2d } from "../conv2d";
import { branch, firstChannels, places } from "./branches";
import { conv } from "./conv";
import type { Image, Run } from "./parts";

/** Steps in which the heads of YOLOv9 tell each side of a box. */
export const steps = 16;

/** A branch for boxes and one for classes on each input; widths follow from the first of them. */
export function edgeBranches(
  run: Run,
  names: readonly [boxes: string, classes: string],
  xs: readonly Image[],
  nc: number,
  groups: number,
) {
  const c = firstChannels(xs);
  const boxes = Math.ceil(Math.max(16, Math.floor(c / 4), 4 * steps) / groups) * groups,
    classes = Math.max(c, Math.min(2 * nc, 128));
  xs.forEach((x, i) => {
    const name = `${names[0]}.${i}`;
    const first = run(`${name}.0`, conv, x, { c2: boxes, k: [3, 3] });
    const inside = run(`${name}.1`, conv, first, { c2: boxes, k: [3, 3], g: groups });
    run(`${name}.2`, conv2d, inside, { out_channels: 4 * steps, kernel_size: [1, 1], groups });
    branch(run, `${names[1]}.${i}`, x, classes, nc);
  });
  return { N: xs[0]?.N ?? unknown, P: 4 + nc, A: places(xs) };
}

/** What weighs the steps of the sides of boxes, once for each head in one. */
export const dfls = (count: number): readonly Weight[] =>
  Array.from({ length: count }, (_, i) => weight(`dfl${i ? i + 1 : ""}.conv.weight`, [1, steps, 1, 1], "frozen"));
