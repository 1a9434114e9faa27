import { add, type Dim, mul } from "../../core/dim";
import { conv2d } from "../conv2d";
import { conv } from "./conv";
import { dwConv } from "./dw-conv";
import type { Image, Run } from "./parts";

/** The widths that the branches of a head take from its first input. */
export const firstChannels = (xs: readonly Image[]): number => Number(xs[0]?.C);

/** Two 3×3 convolutions and a 1×1 one that gives `out` channels. */
export function branch(run: Run, name: string, x: Image, c: number, out: number): Image {
  const inside = run(`${name}.1`, conv, run(`${name}.0`, conv, x, { c2: c, k: [3, 3] }), { c2: c, k: [3, 3] });
  return run(`${name}.2`, conv2d, inside, { out_channels: out, kernel_size: [1, 1] });
}

/** As `branch`, its 3×3 convolutions cut into depthwise and 1×1 ones. */
export function lightBranch(run: Run, name: string, x: Image, c: number, out: number): Image {
  const first = run(`${name}.0.1`, conv, run(`${name}.0.0`, dwConv, x, { c2: Number(x.C), k: [3, 3] }), { c2: c });
  const second = run(`${name}.1.1`, conv, run(`${name}.1.0`, dwConv, first, { c2: c, k: [3, 3] }), { c2: c });
  return run(`${name}.2`, conv2d, second, { out_channels: out, kernel_size: [1, 1] });
}

/** One prediction for every pixel of every input. */
export const places = (xs: readonly Image[]): Dim => add(...xs.map((x) => mul(x.H, x.W)));
