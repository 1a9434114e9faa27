import { conv } from "./conv";
import { ghostConv } from "./ghost-conv";
import type { Image, Run } from "./parts";

interface Sizes {
  readonly c2: number;
  readonly k?: readonly number[];
  readonly s?: readonly number[];
}

/** A convolution of one kind or another, for blocks that exist with either. */
export type Convolve = (run: Run, name: string, x: Image, sizes: Sizes) => Image;

export const plain: Convolve = (run, name, x, sizes) => run(name, conv, x, sizes);
export const ghost: Convolve = (run, name, x, sizes) => run(name, ghostConv, x, sizes);
