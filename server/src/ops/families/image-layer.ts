import type { Dim } from "../../core/dim";
import { op, type Reach } from "../../core/op";
import { type Params, param } from "../../core/param";
import { choice, either, int, labelled, listOf, number } from "../../core/types";

interface About<P extends Params> {
  readonly name: string;
  readonly summary: string;
  readonly formula: string;
  readonly params: P;
}

/** The name as addresses have it: `random_flip`. */
const paged = (name: string): string => name.replace(/(?!^)([A-Z])/g, "_$1").toLowerCase();

/** Keras' augmentation: while training an image is changed by chance, and its size stays. */
export const augmented = <const P extends Params>({ name, summary, formula, params }: About<P>) =>
  op({
    name,
    summary,
    formula,
    source: `https://keras.io/api/layers/preprocessing_layers/image_augmentation/${paged(name)}/`,
    inputs: { x: "N C H W" },
    outputs: { y: "N C H W" },
    params,
    infer: ({ x }) => ({ y: x }),
  });

/** How far a change goes by chance: as far as a number to either side, or from one number to another. */
export const factor = (least: number, most: number) =>
  labelled(
    either(number({ min: least, max: most }), listOf(number(), [2])),
    `number from ${least} to ${most}, or 2 of them`,
  );

/** What stands where a moved image shows nothing. */
export const filled = {
  fill_mode: param(choice("reflect", "wrap", "constant", "nearest"), {
    doc: "What stands at the places that the image has left.",
    default: "reflect",
  }),
  interpolation: param(choice("nearest", "bilinear"), {
    doc: "How pixels between pixels are found.",
    default: "bilinear",
  }),
};

/** The size of the result, which Keras writes as two arguments. */
export const target = (least: number) => ({
  height: param(int({ min: least }), { doc: "Height of the result.", unit: "px" }),
  width: param(int({ min: least }), { doc: "Width of the result.", unit: "px" }),
});

export interface Size {
  readonly height: number;
  readonly width: number;
}

/** What a position of an image sees where the middle is cut out; of smaller images nothing simple can be said. */
export function middle(x: { readonly H: Dim; readonly W: Dim }, { height, width }: Size): Reach {
  const { H, W } = x;
  if (typeof H !== "number" || typeof W !== "number" || H < height || W < width) return "everything";
  const from = (size: number, kept: number) =>
    ({ kind: "window", kernel: 1, stride: 1, pad: -Math.floor((size - kept) / 2) }) as const;
  return { H: from(H, height), W: from(W, width) };
}
