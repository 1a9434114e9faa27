import type { Dim } from "../../core/dim";
import { type Message, say } from "../../core/message";

/** An image of one, two or three axes. */
export type ImageAxes = "N C L" | "N C H W" | "N C D H W";

/** Such an image in a family of operators that are alike but for the number of axes. */
export interface AnyImage {
  readonly N: Dim;
  readonly C: Dim;
  readonly [axis: string]: Dim;
}

/** The axes an operator slides over. */
export const spatialOf = (axes: ImageAxes): readonly string[] => axes.split(" ").slice(2);

/** The image with other sizes along its spatial axes. */
export const resized = <X extends AnyImage>(x: X, axes: readonly string[], size: (dim: Dim, i: number) => Dim): X => {
  const result: { [axis: string]: Dim } = { ...x };
  axes.forEach((axis, i) => {
    result[axis] = size(x[axis]!, i);
  });
  return result as X;
};

const names: { readonly [axis: string]: Message } = {
  N: say`batch`,
  C: say`number of channels`,
  L: say`length`,
  D: say`depth`,
  H: say`height`,
  W: say`width`,
};

/** An axis as people call it. */
export const nameOf = (axis: string): Message => names[axis] ?? say`${axis}`;

/** What is slid over, in one, two and three dimensions. */
export const nounOf = (axes: readonly string[]): string =>
  axes.length === 1 ? "a sequence" : axes.length === 2 ? "an image" : "a volume";

/** What a parameter counts: one number in one dimension, else one for each axis. */
export const sides = (axes: readonly string[]): string =>
  axes.length === 1 ? "Length" : axes.length === 2 ? "Height and width" : "Depth, height and width";

export const ones = (axes: readonly string[], value: number): readonly number[] => axes.map(() => value);
