// Parameters of the usual layers, counted without the engine, so that it is not compared with itself.

export const sum = (...counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
export const conv = (from: number, to: number, kernel: number): number => from * to * kernel * kernel + to;
/** A convolution without bias and the normalisation behind it. */
export const normed = (from: number, to: number, kernel = 1): number => from * to * kernel * kernel + 2 * to;
export const dense = (from: number, to: number): number => from * to + to;
/** Of the U-Net: two convolutions, and a step up. */
export const twice = (from: number, to: number): number => normed(from, to, 3) + normed(to, to, 3);
export const up = (from: number, to: number): number => from * to * 4 + to + twice(2 * to, to);

export const c2f = (from: number, to: number, repeats: number): number =>
  normed(from, to) + normed(((2 + repeats) * to) / 2, to) + repeats * 2 * normed(to / 2, to / 2, 3);

export const sppf = (from: number, to: number): number => normed(from, from / 2) + normed(from * 2, to);

/** A box branch and a class branch for each input, and the 16 weights that are never trained. */
export function detect(inputs: readonly number[], classes: number): number {
  const branch = (from: number, to: number, out: number) => normed(from, to, 3) + normed(to, to, 3) + conv(to, out, 1);
  const box = Math.max(64, Math.floor(inputs[0]! / 4));
  const score = Math.max(inputs[0]!, Math.min(classes, 100));
  return 16 + sum(...inputs.map((from) => branch(from, box, 64) + branch(from, score, classes)));
}
