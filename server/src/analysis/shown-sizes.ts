import type { Model } from "../core/analysis";
import { render } from "../core/message";
import { english } from "../core/voice";
import type { Accepted } from "./accepted";
import { inputSizes } from "./input-sizes";
import { sizesInWords } from "./size-words";

/** The sizes of image that a model takes, as data and in words. */
export interface ShownSizes {
  readonly text: string;
  /** All sides alike. */
  readonly square: Accepted;
  /** By side, the others as the file says; absent where each side may be any that `square` has. */
  readonly sides?: { readonly [side: string]: Accepted };
  /** The layer whose weights are made for these sizes, and what the network takes when built anew. */
  readonly fixedBy?: string;
  readonly builtAnew?: Accepted;
}

/** Null where the model reads no image, or what it takes cannot be said. */
export function shownSizes(model: Model, voice = english): ShownSizes | null {
  const found = inputSizes(model);
  if (!found) return null;
  const { axes, square, sides, fixed } = found;
  return {
    text: render(sizesInWords(found), voice),
    square,
    ...(sides && { sides: Object.fromEntries(axes.map((axis, i) => [axis, sides[i]!])) }),
    ...(fixed && { fixedBy: fixed.by.label, ...(fixed.anew && { builtAnew: fixed.anew }) }),
  };
}
