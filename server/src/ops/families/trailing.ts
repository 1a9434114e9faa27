import { image } from "../../core/batch";
import { compare, type Dim, type Shape, type Truth } from "../../core/dim";
import { empty, type Message, say } from "../../core/message";
import { param } from "../../core/param";
import { bool, either, list, size } from "../../core/types";

/** What normalisations of the last axes take. */
export const trailing = {
  normalized_shape: param(either(size(), list(size())), {
    doc: "Sizes of the last axes, which are normalised together; one number is the last axis alone.",
  }),
  elementwise_affine: param(bool, { doc: "Whether every value of these axes has a learned scale.", default: true }),
} as const;

export const endsSo = { "shape-ends-so": "The input must end with the sizes of `normalized_shape`." };

export const sizesOf = (normalized_shape: Dim | Shape): Shape =>
  Array.isArray(normalized_shape) ? (normalized_shape as Shape) : [normalized_shape as Dim];

/** Says of sizes that the input does not end with which ones it does end with. */
export function mustEnd<A>(
  shape: Shape,
  normalized_shape: Dim | Shape,
  at: A,
  must: (constraint: "shape-ends-so", holds: Truth, at: A, message: Message) => void,
): void {
  const sizes = sizesOf(normalized_shape);
  const last = shape.slice(shape.length - sizes.length);
  const ends = sizes.length > 0 && sizes.length <= shape.length;
  if (ends && last.every((dim, k) => compare(dim, sizes[k]!) !== "no")) return;
  const message = say`normalized_shape is ${normalized_shape}, but ${image(shape)} ends with ${endsOf(image(shape))}`;
  must("shape-ends-so", "no", at, message);
}

/** What an image ends with; of more axes than images have, the shortest ends will do. */
const endsOf = (shape: Shape): Message =>
  shape.slice(-4).reduce<Message>((said, _, k, { length }) => {
    const end = shape.slice(shape.length - 1 - k);
    return k === 0 ? say`${end}` : k < length - 1 ? say`${said}, ${end}` : say`${said} or ${end}`;
  }, empty);

/** One axis is that of the features, as for a dense layer; more of them are all of an image, or rows of it. */
export const reachOfLast = (sizes: Shape) => (sizes.length > 1 ? ("everything" as const) : {});
