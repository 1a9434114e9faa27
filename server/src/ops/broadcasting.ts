import { compare, type Dim, isKnown, type Shape } from "../core/dim";
import { type Misfit, misfits } from "./misfits";

/** Shapes with as many axes as the longest: ones come in front, or behind the batch where that is kept apart. */
export function aligned(shapes: readonly Shape[], keepsBatch: boolean): readonly Shape[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return shapes.map((shape) => {
    const ones = Array<Dim>(rank - shape.length).fill(1);
    return keepsBatch ? [...shape.slice(0, 1), ...ones, ...shape.slice(1)] : [...ones, ...shape];
  });
}

const clash = (a: Dim, b: Dim): boolean => a !== 1 && b !== 1 && compare(a, b) === "no";

/** The first axis along which two aligned shapes certainly do not go together. */
export const clashOf = (a: Shape, b: Shape): number => a.findIndex((dim, k) => clash(dim, b[k]!));

const isNumber = (dim: Dim): boolean => typeof dim === "number" && isKnown(dim);

/** The shape of what is computed value by value from two aligned shapes; a size that is a number tells most. */
export const broadcast = (a: Shape, b: Shape): Shape =>
  a.map((dim, k) => (dim === 1 || (!isNumber(dim) && isNumber(b[k]!) && b[k] !== 1) ? b[k]! : dim));

/** Shapes that do not go with another. What goes with the first, since that has a 1, may still clash with a later one. */
export function clashing(shapes: readonly Shape[]): readonly Misfit[] {
  const wrong = misfits(shapes, (a, b) => clashOf(a, b) < 0);
  if (wrong.length) return wrong;
  let sum = shapes[0]!;
  for (const [index, shape] of shapes.entries()) {
    if (clashOf(sum, shape) >= 0) return [{ index, with: shapes.findIndex((other) => clashOf(other, shape) >= 0) }];
    sum = broadcast(sum, shape);
  }
  return [];
}
