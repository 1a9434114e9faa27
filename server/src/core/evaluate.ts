import type { Dim } from "./dim";

/** The number that a dimension is where its symbols are these. */
export function evaluate(dim: Dim, sizeOf: (symbol: string) => number): number {
  if (typeof dim === "number") return dim;
  let sum = 0;
  for (const { times, atoms } of dim.terms.values()) {
    let product = times;
    for (const { key, floor } of atoms)
      product *= floor ? Math.floor(evaluate(floor.over, sizeOf) / floor.by) : sizeOf(key);
    sum += product;
  }
  return sum;
}

/** The words in a dimension that stand for a size. */
export const symbolsIn = (dim: Dim): readonly string[] =>
  typeof dim === "number"
    ? []
    : [...dim.terms.values()].flatMap(({ atoms }) =>
        atoms.flatMap(({ key, floor }) => (floor ? symbolsIn(floor.over) : [key])),
      );
