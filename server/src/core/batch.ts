import { type Dim, divide, isKnown, mul, type Shape, symbol } from "./dim";

/** The images that go through a model together; a shape is shown without them. */
export const batch = symbol("N");

/** Asked of every shape that is shown. */
const isBatch = (dim: Dim | undefined): boolean =>
  dim === batch || (dim !== undefined && typeof dim !== "number" && dim.terms.size === 1 && divide(dim, batch) === 1);

/** A shape as people write it, without the batch; one that has lost its batch is shown whole. */
export function image(shape: Shape): Shape {
  const [first] = shape;
  return isBatch(first) || (first !== undefined && !isKnown(first)) ? shape.slice(1) : shape;
}

/** The factors of a product that counts every image, as factors for one of them. */
export function perImage(factors: readonly Dim[]): readonly Dim[] {
  const at = factors.findIndex((factor) => typeof factor !== "number" && divide(factor, batch) !== undefined);
  if (at < 0) return factors;
  const one = divide(factors[at]!, batch)!;
  return one === 1 ? factors.filter((_, i) => i !== at) : factors.map((factor, i) => (i === at ? one : factor));
}

/** Values of a tensor for one image, wherever its batch has gone. */
export const valuesOf = (shape: Shape): Dim =>
  mul(...(image(shape).length < shape.length ? image(shape) : perImage(shape)));
